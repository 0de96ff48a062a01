/**
 * Turns what a network did into figures: {@link ranvier.scenarios.analysis.NetworkFigures} makes the sections that
 * every report of a spiking network has, from plain data. What a figure leaves out, its caption says. Immutable or
 * static; nothing here is for the hot path.
 */
package ranvier.scenarios.analysis;
