/** Published systems, each compared with its paper. */
module ranvier.scenarios {
  requires transitive ranvier.engine;
  requires HdrHistogram;
  requires java.management;
  requires ranvier.neurons;
  requires ranvier.synapses;
  requires ranvier.hardware;

  exports ranvier.scenarios;
  exports ranvier.scenarios.analysis;
  exports ranvier.scenarios.data;
  exports ranvier.scenarios.figure;
  exports ranvier.scenarios.result;
  exports ranvier.scenarios.ttfs;

  uses ranvier.scenarios.Scenario;

  provides ranvier.scenarios.Scenario with
      ranvier.scenarios.brunel.Brunel,
      ranvier.scenarios.izhikevich.Izhikevich2003,
      ranvier.scenarios.microcircuit.Microcircuit,
      ranvier.scenarios.polychronous.Polychronous,
      ranvier.scenarios.stdp.StdpBalance,
      ranvier.scenarios.ttfs.DigitsTtfs,
      ranvier.scenarios.ttfs.FashionTtfs,
      ranvier.scenarios.ttfs.TtfsRobustness,
      ranvier.scenarios.ttfs.YinYangTtfs,
      ranvier.scenarios.vogelsabbott.VogelsAbbott,
      ranvier.scenarios.willshaw.WillshawFamiliarity;
}
