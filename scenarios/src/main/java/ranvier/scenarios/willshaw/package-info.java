/**
 * Willshaw memories: binary synapses that coincidences switch on, once and for all. Bit-set memories for pattern
 * association and familiarity, their closed theory, hierarchical retrieval, and the same memory in spikes.
 * {@link ranvier.scenarios.willshaw.WillshawFamiliarity} runs all of it. Single-threaded.
 */
package ranvier.scenarios.willshaw;
