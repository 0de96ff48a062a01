package ranvier.scenarios;

import java.util.List;

/**
 * What the user asked for, defaults filled in.
 *
 * @param durationMs simulated after the transient
 * @param timing {@code grid} or {@code exact}
 * @param singlePrecision neuron state in single instead of double precision
 * @param threads workers
 * @param scale of neuron numbers and in-degrees, for scenarios that have a downscaling rule; 1: full size
 * @param record names of populations whose spikes are kept; null: all; empty: none
 */
public record RunSettings(double durationMs, double transientMs, double dtMs, String timing, boolean singlePrecision,
    int threads, long seed, double scale, List<String> record) {}
