/**
 * Figures drawn as inline SVG. {@link ranvier.report.plot.FigureWriter} is the entry.
 *
 * <p>The SVG element of a figure <em>is</em> its plot area: text, ticks and bars stand at percentages of it and keep
 * their size in pixels whatever the width of the page, and data are drawn in an inner view box of 10,000 by 10,000
 * units that is stretched over the same area with strokes that do not scale. So one drawing serves a phone and a large
 * screen. Labels stand in the margins around the plot area, which the style sheet leaves free.
 */
package ranvier.report.plot;
