/**
 * What a plugin implements. A model is found by name through {@link java.util.ServiceLoader}, so a jar on the path adds
 * a neuron or a synapse without touching the engine; {@link ranvier.engine.model.NeuronModel} is the central type. Hot
 * interfaces are batch interfaces: a model is handed a range of neurons and arrays, never one event through a virtual
 * call. An instance made for a block is used by one thread only; the model itself is shared and stateless.
 */
package ranvier.engine.model;
