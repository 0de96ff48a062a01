package ranvier.engine.network;

import java.util.Arrays;

/** Something that drives neurons of one population from outside. */
public sealed interface Stimulus {
  /** Unique among stimuli. */
  String name();

  /** Name of the population. */
  String target();

  /** Which of its neurons. */
  Neurons neurons();

  /**
   * An independent Poisson spike train onto each neuron.
   *
   * @param rateHz summed rate of all inputs of one neuron
   * @param weight of one spike, in the unit of the target's receptors
   * @param startMs first spike after this time
   * @param stopMs last spike at or before this time; may be infinite
   */
  record Poisson(String name, String target, Neurons neurons, double rateHz, double weight, double startMs,
      double stopMs) implements Stimulus {}

  /**
   * A current that is constant between steps: {@code amplitudes[k]} from {@code timesMs[k]} (inclusive) on, until the
   * next; 0 before the first. Several currents onto one neuron add up.
   *
   * @param timesMs ascending
   * @param amplitudes in pA (dimensionless for models without units); the same length as {@code timesMs}
   */
  record Current(String name, String target, Neurons neurons, double[] timesMs, double[] amplitudes)
      implements Stimulus {
    /** Copies the arrays. */
    public Current {
      timesMs = timesMs.clone();
      amplitudes = amplitudes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Current that && name.equals(that.name) && target.equals(that.target)
          && neurons.equals(that.neurons) && Arrays.equals(timesMs, that.timesMs)
          && Arrays.equals(amplitudes, that.amplitudes);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * An independent Gaussian current onto each neuron, drawn anew every {@code intervalMs} (rounded to steps).
   *
   * @param mean in pA (dimensionless for models without units)
   * @param std standard deviation in the same unit
   */
  record Noise(String name, String target, Neurons neurons, double mean, double std, double intervalMs,
      double startMs, double stopMs) implements Stimulus {}
}
