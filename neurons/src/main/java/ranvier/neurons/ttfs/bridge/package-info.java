/**
 * Trained first-spike networks as ordinary networks of the engine: {@link ranvier.neurons.ttfs.bridge.SpikingNetwork}
 * writes layers as populations of {@code iaf_psc_exp} and projections with listed weights and delays, runs them in
 * exact time and reads the first spikes back. One tau_s is one millisecond. One thread.
 */
package ranvier.neurons.ttfs.bridge;
