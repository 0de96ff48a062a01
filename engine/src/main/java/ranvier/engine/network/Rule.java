package ranvier.engine.network;

import java.util.Arrays;

/**
 * How a projection connects its source to its target. {@code autapses}: a neuron may connect to itself (only matters
 * within one population); {@code multapses}: the same pair may be connected more than once.
 */
public sealed interface Rule {
  /** Source i to target i; both of the same size. */
  record OneToOne() implements Rule {}

  /** Every source to every target. */
  record AllToAll(boolean autapses) implements Rule {}

  /** Each target gets exactly {@code inDegree} inputs, sources drawn uniformly. */
  record FixedInDegree(int inDegree, boolean autapses, boolean multapses) implements Rule {}

  /** Each source gets exactly {@code outDegree} outputs, targets drawn uniformly. */
  record FixedOutDegree(int outDegree, boolean autapses, boolean multapses) implements Rule {}

  /** Exactly {@code number} synapses, source and target of each drawn uniformly, with replacement. */
  record FixedTotalNumber(long number, boolean autapses) implements Rule {}

  /** Each pair is connected with probability {@code probability}, independently. */
  record PairwiseBernoulli(double probability, boolean autapses) implements Rule {}

  /** The listed pairs; listed weights, delays and synapse parameters follow this order. */
  record Explicit(int[] sources, int[] targets) implements Rule {
    /** Copies the lists. */
    public Explicit {
      sources = sources.clone();
      targets = targets.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Explicit that && Arrays.equals(sources, that.sources)
          && Arrays.equals(targets, that.targets);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(sources) + Arrays.hashCode(targets);
    }

    @Override
    public String toString() {
      return "explicit list of " + sources.length;
    }
  }

  /** Number of synapses: exact for all rules but pairwise Bernoulli, where it is the expectation. */
  default long expectedSynapses(int sourceSize, int targetSize, boolean samePopulation) {
    long pairs = (long) sourceSize * targetSize;
    long diagonal = samePopulation ? sourceSize : 0;
    return switch (this) {
      case OneToOne r -> sourceSize;
      case AllToAll r -> r.autapses() ? pairs : pairs - diagonal;
      case FixedInDegree r -> (long) r.inDegree() * targetSize;
      case FixedOutDegree r -> (long) r.outDegree() * sourceSize;
      case FixedTotalNumber r -> r.number();
      case PairwiseBernoulli r -> Math.round(r.probability() * (r.autapses() ? pairs : pairs - diagonal));
      case Explicit r -> r.sources().length;
    };
  }
}
