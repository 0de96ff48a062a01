/**
 * The recording bus and its consumers. Worker 0 publishes blocks of spikes in canonical order, (time, neuron), into a
 * Disruptor ring; consumers (spike file, hash, statistics) run on a thread of their own. Workers wait when the ring is
 * full, so nothing is dropped; the time waited is reported. {@link ranvier.engine.record.SpikeBlock} is what travels.
 */
package ranvier.engine.record;
