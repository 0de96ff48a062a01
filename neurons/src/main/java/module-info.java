/** Neuron models. */
module ranvier.neurons {
  requires transitive ranvier.engine;
  requires static jdk.incubator.vector;

  exports ranvier.neurons;
  exports ranvier.neurons.exact;
  exports ranvier.neurons.ttfs;
  exports ranvier.neurons.ttfs.bridge;
  exports ranvier.neurons.ttfs.eventprop;
  exports ranvier.neurons.ttfs.learning;

  provides ranvier.engine.model.NeuronModel with
      ranvier.neurons.AeifCondExp,
      ranvier.neurons.AeifPscDeltaClopath,
      ranvier.neurons.IafCondExp,
      ranvier.neurons.IafPscAlpha,
      ranvier.neurons.IafPscAlphaPs,
      ranvier.neurons.IafPscDelta,
      ranvier.neurons.IafPscExp,
      ranvier.neurons.IafPscExpPs,
      ranvier.neurons.IafPscExpPsLossless,
      ranvier.neurons.Izhikevich,
      ranvier.neurons.ParrotNeuron,
      ranvier.neurons.PoissonNeuron;
}
