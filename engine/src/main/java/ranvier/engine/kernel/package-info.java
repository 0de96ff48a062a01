/**
 * The loop. Simulation cuts time into slices of the shortest delay; each worker owns some
 * neurons, all synapses onto them and all their state, and only the exchange of spikes touches anything shared.
 */
package ranvier.engine.kernel;
