/** Neuron models. */
module ranvier.neurons {
  requires transitive ranvier.engine;
  requires static jdk.incubator.vector;

  exports ranvier.neurons;
  exports ranvier.neurons.exact;

  provides ranvier.engine.model.NeuronModel with
      ranvier.neurons.IafPscDelta,
      ranvier.neurons.IafPscExp,
      ranvier.neurons.Izhikevich,
      ranvier.neurons.ParrotNeuron,
      ranvier.neurons.PoissonNeuron,
      ranvier.neurons.IafPscExpPs,
      ranvier.neurons.IafPscExpPsLossless;
}
