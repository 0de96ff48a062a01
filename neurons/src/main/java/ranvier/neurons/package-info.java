/**
 * Neuron models. Each class documents its equations, parameters with units and defaults, source and limit cases where
 * it is implemented; each is registered as a service and found by name. State arrays are declared to the engine;
 * nothing here allocates while a network runs.
 */
package ranvier.neurons;
