/**
 * Why a spike happened, as a page: {@link ranvier.report.explain.ExplanationPage} draws an
 * {@link ranvier.report.explain.ExplanationTree}. A page is a function of its arguments alone; nothing is shared
 * between
 * calls.
 */
package ranvier.report.explain;
