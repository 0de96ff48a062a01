/** Neuron models. */
module ranvier.neurons {
  requires transitive ranvier.engine;
  requires static jdk.incubator.vector;

  exports ranvier.neurons.ttfs;
  exports ranvier.neurons.ttfs.eventprop;
  exports ranvier.neurons.ttfs.learning;
}
