package ranvier.engine.kernel;

import ranvier.engine.network.Probe;

/**
 * What a probe has recorded. Sample s was taken at (s + 1) times the probe's interval.
 *
 * @param columns one per probed neuron and variable: neuron k's variable v is column {@code k * variables + v}
 * @param firstNeuron global number of the population's first neuron
 * @param samples shape (samples, columns)
 */
public record ProbeData(Probe probe, int firstNeuron, int columns, double[][] samples) {}
