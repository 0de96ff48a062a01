/**
 * Layers of time-to-first-spike neurons that learn by exact gradients (Goeltz, Kriener et al. 2021,
 * doi:10.1038/s42256-021-00388-x; delays: Goeltz et al. 2025, arXiv 2404.19165). A
 * {@link ranvier.neurons.ttfs.learning.NetworkSpec} describes a network,
 * {@link ranvier.neurons.ttfs.learning.LearningNetwork} is one that can be run and trained:
 * {@link ranvier.neurons.ttfs.learning.FloatNetwork} is single precision and fast (inputs sorted once per layer and
 * sample, sixteen neurons advanced together per input spike), {@link ranvier.neurons.ttfs.learning.DoubleNetwork} is
 * double precision and general (any ratio of time constants, delays per synapse, imperfect substrates).
 * {@link ranvier.neurons.ttfs.learning.Trainer} runs epochs.
 *
 * <p>Times are in units of tau_s everywhere. Work is spread over threads by samples (forward, errors) and by neurons
 * (weight gradients, summed in the order of samples), so results do not depend on the number of threads. A network
 * belongs to the thread that calls it.
 */
package ranvier.neurons.ttfs.learning;
