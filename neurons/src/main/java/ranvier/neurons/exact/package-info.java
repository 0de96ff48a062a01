/**
 * Neurons in exact time: closed forms of the membrane potential between events and of the next time at which it reaches
 * the threshold. {@link ranvier.neurons.exact.Membrane} is the central type: it finds the first crossing without
 * missing or inventing one, whatever the ratio of the time constants. Instances are scratch space for one thread;
 * nothing allocates per event; all transcendental functions are {@link java.lang.StrictMath}'s, so results do not
 * depend on the machine.
 */
package ranvier.neurons.exact;
