/**
 * Networks that learn to compute with first-spike times (Goeltz, Kriener et al. 2021,
 * doi:10.1038/s42256-021-00388-x): Yin-Yang, Fashion-MNIST, 8 x 8 digits, and how Yin-Yang survives an imperfect
 * substrate. Each scenario trains, saves the network ({@link ranvier.neurons.ttfs.learning.NetworkFile}), tests it and
 * shows how it decides; {@link ranvier.scenarios.ttfs.TtfsInference} asks a saved network. Times are in units of tau_s;
 * where a result needs milliseconds, one tau_s counts as one.
 */
package ranvier.scenarios.ttfs;
