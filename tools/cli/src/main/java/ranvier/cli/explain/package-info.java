/**
 * Why a neuron spiked, for a terminal: {@link ranvier.cli.explain.ExplanationText} prints it,
 * {@link ranvier.cli.explain.GivenSpikes} reads spikes that need no repetition of their run.
 */
package ranvier.cli.explain;
