/**
 * Polychronization (Izhikevich 2006): a network with STDP and conduction delays, and the groups of neurons that fire in
 * time-locked patterns without being synchronous. {@code PolychronousNetwork} describes it, {@code GroupSearch} finds
 * the groups in its weights, {@code Polychronous} is the scenario.
 */
package ranvier.scenarios.polychronous;
