package ranvier.engine.network;

import java.util.Arrays;

/** Some neurons of one population, by index from 0. */
public sealed interface Neurons {
  /** How many of a population of {@code size} neurons are meant. */
  int count(int size);

  /** The index of the {@code k}-th of them. */
  int get(int k);

  /** Whether every index lies in a population of {@code size} neurons. */
  boolean fits(int size);

  /** All neurons of the population. */
  static Neurons all() {
    return new All();
  }

  /** The neurons from (inclusive) to (exclusive). */
  static Neurons range(int from, int to) {
    return new Range(from, to);
  }

  /** The listed neurons. */
  static Neurons listed(int... indices) {
    return new Listed(indices);
  }

  /** All neurons. */
  record All() implements Neurons {
    @Override
    public int count(int size) {
      return size;
    }

    @Override
    public int get(int k) {
      return k;
    }

    @Override
    public boolean fits(int size) {
      return true;
    }
  }

  /** A half-open interval of indices. */
  record Range(int from, int to) implements Neurons {
    @Override
    public int count(int size) {
      return to - from;
    }

    @Override
    public int get(int k) {
      return from + k;
    }

    @Override
    public boolean fits(int size) {
      return from >= 0 && from <= to && to <= size;
    }
  }

  /** A list of indices. */
  record Listed(int[] indices) implements Neurons {
    /** Copies the list. */
    public Listed {
      indices = indices.clone();
    }

    @Override
    public int count(int size) {
      return indices.length;
    }

    @Override
    public int get(int k) {
      return indices[k];
    }

    @Override
    public boolean fits(int size) {
      return Arrays.stream(indices).allMatch(i -> i >= 0 && i < size);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Listed that && Arrays.equals(indices, that.indices);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(indices);
    }
  }
}
