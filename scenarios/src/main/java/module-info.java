/** Published systems, each compared with its paper. */
module ranvier.scenarios {
  requires transitive ranvier.engine;
  requires ranvier.neurons;
  requires ranvier.synapses;
  requires ranvier.hardware;
  requires HdrHistogram;
  requires java.management;

  exports ranvier.scenarios;
  exports ranvier.scenarios.data;
  exports ranvier.scenarios.figure;
  exports ranvier.scenarios.result;
  exports ranvier.scenarios.ttfs;

  uses ranvier.scenarios.Scenario;

  provides ranvier.scenarios.Scenario with ranvier.scenarios.ttfs.FashionTtfs, ranvier.scenarios.ttfs.TtfsRobustness,
      ranvier.scenarios.ttfs.YinYangTtfs;
}
