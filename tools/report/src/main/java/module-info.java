/** One self-contained HTML page per run. */
module ranvier.report {
  requires transitive ranvier.engine;
  requires transitive ranvier.scenarios;

  exports ranvier.report;
  exports ranvier.report.explain;
  exports ranvier.report.plot;
}
