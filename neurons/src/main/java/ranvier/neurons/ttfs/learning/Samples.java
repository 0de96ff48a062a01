package ranvier.neurons.ttfs.learning;

/**
 * Labelled spike patterns, one spike at most per input. Arrays are taken over and not changed.
 *
 * @param name for messages
 * @param inputs spikes per sample
 * @param classes labels are 0 .. classes - 1
 * @param times of sample s and input i at {@code s * inputs + i}, in tau_s, not negative; infinite: no spike
 * @param labels one per sample
 */
public record Samples(String name, int inputs, int classes, float[] times, int[] labels) {
  /** Checks lengths, labels and times. */
  public Samples {
    if (times.length != (long) labels.length * inputs) {
      throw new IllegalArgumentException(name + ": " + labels.length + " labels need " + (long) labels.length * inputs
          + " times, got " + times.length);
    }
    for (int s = 0; s < labels.length; s++) {
      if (labels[s] < 0 || labels[s] >= classes) {
        throw new IllegalArgumentException(name + ": sample " + s + " has label " + labels[s] + " of " + classes
            + " classes");
      }
    }
    for (int i = 0; i < times.length; i++) {
      if (!(times[i] >= 0)) {
        throw new IllegalArgumentException(name + ": sample " + i / inputs + ", input " + i % inputs
            + ": a spike time must not be negative, got " + times[i]);
      }
    }
  }

  /** Number of samples. */
  public int size() {
    return labels.length;
  }

  /** A run of samples, copied. */
  public Samples slice(String part, int from, int to) {
    return new Samples(part, inputs, classes, java.util.Arrays.copyOfRange(times, from * inputs, to * inputs),
        java.util.Arrays.copyOfRange(labels, from, to));
  }
}
