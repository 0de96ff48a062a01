/** Neuron models. */
module ranvier.neurons {
  requires transitive ranvier.engine;
  requires static jdk.incubator.vector;

  exports ranvier.neurons.ttfs;
}
