/**
 * Synapses that learn, for both kernels: {@link ranvier.engine.plasticity.PlasticTable} keeps the plastic synapses of
 * one projection onto the neurons of one worker, in pieces of rows that a rule is handed as arrays. A piece is visited
 * when a presynaptic spike reaches its targets, and then catches up with what happened at them meanwhile; rows whose
 * source is silent catch up every so often, so histories stay bounded. Tables and histories belong to one worker, and
 * what happens to a synapse depends on its own spikes only, so nothing depends on the number of workers.
 *
 * <p>Memory of a plastic synapse: its target (2 bytes on the grid, 4 in exact time or where a worker has more than
 * 65,536 places), its weight and each column of the rule (8 bytes in double precision, 4 in single), and 4 for its
 * number where the description lists every synapse. Traces of spikes cost nothing per synapse: those of the source are
 * kept per piece, those of the target in its history.
 */
package ranvier.engine.plasticity;
