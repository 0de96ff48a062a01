package ranvier.neurons.exact;

import java.util.ArrayList;
import java.util.List;
import ranvier.testkit.FirstPassage;

/**
 * The brute-force oracle of one LIF neuron: a linear system y' = A y, y[0] relative to the steady potential, between
 * arrivals, reset and refractoriness; its spikes by {@link FirstPassage}.
 */
final class LinearNeuron {
  private final double[][] a;
  private final double[] y;
  private final double threshold;
  private final double reset;
  private final double refractoryMs;
  /** Smallest distance between a potential that was computed and the threshold that it did not reach, in mV. */
  private double closest = Double.POSITIVE_INFINITY;
  private final List<Double> slopes = new ArrayList<>();

  /** An arrival adds {@code jump} to element {@code variable} of y; while refractory, nothing to y[0]. */
  record Arrival(double timeMs, int variable, double jump) {}

  LinearNeuron(double[][] a, double[] initial, double threshold, double reset, double refractoryMs) {
    this.a = a;
    y = initial.clone();
    this.threshold = threshold;
    this.reset = reset;
    this.refractoryMs = refractoryMs;
  }

  /** Spike times up to a time. */
  List<Double> spikes(List<Arrival> sorted, double untilMs) {
    List<Double> spikes = new ArrayList<>();
    double t = 0.0;
    double refractoryEnd = Double.NEGATIVE_INFINITY;
    boolean refractory = false;
    int k = 0;
    while (t < untilMs) {
      double next = k < sorted.size() ? Math.min(untilMs, sorted.get(k).timeMs) : untilMs;
      if (refractory) {
        next = Math.min(next, refractoryEnd);
      } else {
        FirstPassage passage = FirstPassage.of(a, y, 0, threshold, next - t);
        if (passage.timeMs() < next - t || passage.timeMs() == 0.0) {
          flow(passage.timeMs());
          t += passage.timeMs();
          slopes.add(derivative());
          spikes.add(t);
          y[0] = reset;
          refractoryEnd = t + refractoryMs;
          refractory = true;
          continue;
        }
        closest = Math.min(closest, threshold - passage.highest());
      }
      double held = y[0];
      flow(next - t);
      if (refractory) {
        y[0] = held;
      }
      t = next;
      if (refractory && t >= refractoryEnd) {
        refractory = false;
      }
      for (; k < sorted.size() && sorted.get(k).timeMs <= t; k++) {
        if (sorted.get(k).variable != 0 || !refractory) {
          y[sorted.get(k).variable] += sorted.get(k).jump;
        }
      }
    }
    return spikes;
  }

  double closest() {
    return closest;
  }

  /** Slope of the potential at spike n, in mV/ms. */
  double slope(int n) {
    return slopes.get(n);
  }

  private double derivative() {
    double sum = 0.0;
    for (int j = 0; j < y.length; j++) {
      sum += a[0][j] * y[j];
    }
    return sum;
  }

  private void flow(double durationMs) {
    System.arraycopy(FirstPassage.stateAfter(a, y, durationMs), 0, y, 0, y.length);
  }
}
