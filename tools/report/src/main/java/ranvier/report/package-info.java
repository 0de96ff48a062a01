/**
 * One self-contained HTML page per run: {@link ranvier.report.HtmlReport} is all that others call. The page needs no
 * network and no library; its own content policy forbids both. It is at the same time well-formed XML, so that a test
 * can read it. Every part of the page is one small class that writes into a {@link ranvier.report.markup.Markup};
 * figures are drawn by {@code ranvier.report.plot}; looks live in {@code report.css}, hover help in {@code report.js}.
 *
 * <p>A page is a function of the result alone: no clock, no locale, no hash order. Nothing here is thread-safe, and
 * nothing is shared between calls.
 */
package ranvier.report;
