package ranvier.engine.kernel;

import ranvier.engine.network.Storage;

/**
 * How the synapses of one projection are kept.
 *
 * @param resolution distance of neighbouring weights in fixed point; 0 where weights are floating point
 * @param bytes of the synapses themselves, without indices shared with other projections
 */
public record ProjectionStorage(String projection, Storage storage, double resolution, long synapses, long bytes) {}
