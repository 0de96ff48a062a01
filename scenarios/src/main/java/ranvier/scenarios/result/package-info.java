/** What a run leaves behind: numbers, checks against the paper, and figures for the report. Immutable. */
package ranvier.scenarios.result;
