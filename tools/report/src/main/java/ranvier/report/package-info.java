/** One self-contained HTML page per run. */
package ranvier.report;
