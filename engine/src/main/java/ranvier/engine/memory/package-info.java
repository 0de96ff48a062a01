/**
 * Where the state of a simulation lives: {@link ranvier.engine.memory.StateStore} is the registry of every state array
 * by name, unit and owner, from which probes, memory accounting and checkpoints are made;
 * {@link ranvier.engine.memory.SynapseTable} holds the synapses of one worker as compressed rows by source, grouped by
 * delay; {@link ranvier.engine.memory.Prefetch} brings what will be read into the cache. Arrays are primitive and on
 * the heap. The arrays of a block are written by the worker that owns it; others read them between slices only.
 */
package ranvier.engine.memory;
