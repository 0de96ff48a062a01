/**
 * Balanced networks whose excitatory synapses learn by spike-timing dependent plasticity, against what theory says of
 * their rates and weights. {@link ranvier.scenarios.stdp.StdpBalance} runs them. Single-threaded but for the engine.
 */
package ranvier.scenarios.stdp;
