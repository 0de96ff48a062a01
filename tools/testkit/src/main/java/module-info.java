/** Arbitraries, oracles and ready-made properties for tests of models and networks. */
module ranvier.testkit {
  requires transitive ranvier.engine;
  requires transitive net.jqwik.api;

  exports ranvier.testkit;
}
