/** Synapse models. */
module ranvier.synapses {
  requires transitive ranvier.engine;

  exports ranvier.synapses;

  provides ranvier.engine.model.SynapseModel with ranvier.synapses.StaticSynapse;
}
