/** Synapse models. Each is registered as a service and found by name. */
package ranvier.synapses;
