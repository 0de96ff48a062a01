/** A learning rule and a neuron in a jar of their own: what a plugin looks like. */
module ranvier.example {
  requires transitive ranvier.engine;

  exports ranvier.example;

  provides ranvier.engine.model.NeuronModel with ranvier.example.PerfectIntegrator;
  provides ranvier.engine.model.SynapseModel with ranvier.example.VogelsSprekelerSynapse;
}
