/** Synapse models. */
module ranvier.synapses {
  requires transitive ranvier.engine;
  requires static jdk.incubator.vector;

  exports ranvier.synapses;

  provides ranvier.engine.model.SynapseModel with
      ranvier.synapses.ClopathSynapse,
      ranvier.synapses.StaticSynapse,
      ranvier.synapses.StdpDerivativeSynapse,
      ranvier.synapses.StdpDopamineSynapse,
      ranvier.synapses.StdpNearestNeighbour.PresynapticCentred,
      ranvier.synapses.StdpNearestNeighbour.Restricted,
      ranvier.synapses.StdpNearestNeighbour.Symmetric,
      ranvier.synapses.StdpPlSynapseHom,
      ranvier.synapses.StdpSynapse,
      ranvier.synapses.StdpTripletSynapse,
      ranvier.synapses.Tsodyks2Synapse,
      ranvier.synapses.TsodyksSynapse,
      ranvier.synapses.WillshawSynapse;
}
