package ranvier.scenarios.polychronous;

import java.util.Arrays;
import ranvier.engine.record.SpikeBlock;
import ranvier.engine.record.SpikeConsumer;

/** Spikes per ms of the two populations, and every spike of the last second. */
final class ActivityLog implements SpikeConsumer {
  private static final int SECOND_MS = 1000;

  private int[] excitatory = new int[1 << 16];
  private int[] inhibitory = new int[1 << 16];
  private double[] timesMs = new double[1 << 12];
  private int[] neurons = new int[1 << 12];
  private int kept;

  @Override
  public void accept(SpikeBlock block) {
    for (int k = 0; k < block.count(); k++) {
      double time = block.timeMs(k);
      int ms = (int) time;
      if (ms >= excitatory.length) {
        excitatory = Arrays.copyOf(excitatory, 2 * ms);
        inhibitory = Arrays.copyOf(inhibitory, 2 * ms);
      }
      (block.neuron(k) < PolychronousNetwork.N_E ? excitatory : inhibitory)[ms]++;
      keep(time, block.neuron(k));
    }
  }

  private void keep(double timeMs, int neuron) {
    if (kept == timesMs.length) {
      int old = 0;
      while (old < kept && timesMs[old] < timeMs - SECOND_MS) {
        old++;
      }
      System.arraycopy(timesMs, old, timesMs, 0, kept - old);
      System.arraycopy(neurons, old, neurons, 0, kept - old);
      kept -= old;
      if (2 * kept > timesMs.length) {
        timesMs = Arrays.copyOf(timesMs, 2 * timesMs.length);
        neurons = Arrays.copyOf(neurons, timesMs.length);
      }
    }
    timesMs[kept] = timeMs;
    neurons[kept++] = neuron;
  }

  /** Mean rate in Hz between two times; NaN if the run ended before. */
  double rateHz(boolean isExcitatory, int fromMs, int toMs, double endMs) {
    if (toMs > endMs) {
      return Double.NaN;
    }
    int[] counts = isExcitatory ? excitatory : inhibitory;
    long sum = 0;
    for (int ms = fromMs; ms < Math.min(toMs, counts.length); ms++) {
      sum += counts[ms];
    }
    int size = isExcitatory ? PolychronousNetwork.N_E : PolychronousNetwork.N_I;
    return sum * 1e3 / ((double) size * (toMs - fromMs));
  }

  /** Rate in Hz of all neurons in each ms between two times. */
  double[] rates(int fromMs, int toMs) {
    double[] rates = new double[Math.max(0, toMs - fromMs)];
    for (int k = 0; k < rates.length && fromMs + k < excitatory.length; k++) {
      rates[k] = (excitatory[fromMs + k] + inhibitory[fromMs + k]) * 1e3 / PolychronousNetwork.N;
    }
    return rates;
  }

  /** Times of the spikes after a time, at most a second before the last one. */
  double[] timesAfter(double fromMs) {
    return Arrays.copyOfRange(timesMs, first(fromMs), kept);
  }

  /** Their neurons. */
  int[] neuronsAfter(double fromMs) {
    return Arrays.copyOfRange(neurons, first(fromMs), kept);
  }

  private int first(double fromMs) {
    int k = 0;
    while (k < kept && timesMs[k] < fromMs) {
      k++;
    }
    return k;
  }
}
