/**
 * What a user describes: populations, projections, sources, stimuli and probes, apart from running them. Every type
 * here is immutable and is validated when it is built; the central type is {@link ranvier.engine.network.Network}.
 * Times are ms; the units of weights and parameters are those of the neuron model. Nothing here knows a neuron model,
 * a kernel or a file format, and nothing here is on a hot path.
 */
package ranvier.engine.network;
