/**
 * The leaky integrate-and-fire neuron that computes with its first spike (Goeltz, Kriener et al. 2021,
 * doi:10.1038/s42256-021-00388-x): one spike per input, current-based exponential synapses, and the first time the
 * membrane reaches the threshold as the only output. {@link ranvier.neurons.ttfs.Membrane} is the neuron between two
 * arrivals, with a closed-form crossing for tau_m = tau_s (Lambert W) and tau_m = 2 tau_s (quadratic) and a monotone
 * Newton iteration for any other ratio; {@link ranvier.neurons.ttfs.FirstSpike} walks the arrivals and knows the exact
 * derivatives. Everything here is double precision and the measure for the single-precision kernels of the learning
 * package. Membranes are immutable; a FirstSpike belongs to one thread.
 */
package ranvier.neurons.ttfs;
