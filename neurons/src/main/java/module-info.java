/** Neuron models. */
module ranvier.neurons {
  requires transitive ranvier.engine;
  requires static jdk.incubator.vector;

  exports ranvier.neurons;
  exports ranvier.neurons.exact;

  provides ranvier.engine.model.NeuronModel with
      ranvier.neurons.IafPscExp,
      ranvier.neurons.exact.IafPscExpPs,
      ranvier.neurons.exact.IafPscExpPsLossless;
}
