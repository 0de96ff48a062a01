/**
 * Exact gradients of spike times for networks with recurrence and several spikes per neuron: the adjoint equations of
 * EventProp (Wunderlich and Pehle 2021, doi:10.1038/s41598-021-91786-z), walked from event to event backward in time.
 * {@link ranvier.neurons.ttfs.eventprop.RecurrentNetwork} runs a network and keeps its events;
 * {@link ranvier.neurons.ttfs.eventprop.Adjoint} turns derivatives of a loss with respect to spike times into
 * derivatives with respect to weights, input times and delays. Double precision, one thread.
 */
package ranvier.neurons.ttfs.eventprop;
