/** The ground floor of Ranvier: it knows no neuron, synapse or chip by name. */
module ranvier.engine {
  requires java.management;
  requires org.agrona;
  requires com.lmax.disruptor;
  requires static jdk.incubator.vector;
  requires transitive HdrHistogram;

  exports ranvier.engine.connectivity;
  exports ranvier.engine.exact;
  exports ranvier.engine.kernel;
  exports ranvier.engine.math;
  exports ranvier.engine.measure;
  exports ranvier.engine.memory;
  exports ranvier.engine.model;
  exports ranvier.engine.network;
  exports ranvier.engine.plasticity;
  exports ranvier.engine.random;
  exports ranvier.engine.record;

  uses ranvier.engine.model.NeuronModel;
  uses ranvier.engine.model.SynapseModel;
}
