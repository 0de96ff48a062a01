/**
 * The loop. Simulation cuts time into slices of the shortest delay; each worker owns some neurons, all synapses onto
 * them and all their state, and only the exchange of spikes touches anything shared.
 *
 * <p>On the grid a {@link ranvier.engine.kernel.Block} is what one worker owns. How its synapses are kept follows from
 * the description by the rules of {@link ranvier.engine.kernel.TableKinds}, how their events reach the neurons by those
 * of {@link ranvier.engine.kernel.InputLayout}; a {@link ranvier.engine.kernel.Delivery} carries them.
 */
package ranvier.engine.kernel;
