package ranvier.engine.kernel;

import java.util.Arrays;
import java.util.List;
import ranvier.engine.network.NormalQuantile;
import ranvier.engine.network.Stimulus;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * The currents that drive one block of a population from outside: steps, and noise drawn per neuron and interval. The
 * current during step k, from (k - 1) dt to k dt, is the one at (k - 1) dt.
 */
final class CurrentDrive {
  private final double[] total;
  private final double[] steady;
  private final List<Stimulus.Current> currents;
  private final int[][] currentNeurons;
  private final int[][] changeSteps;
  private final List<Stimulus.Noise> noises;
  private final int[][] noiseNeurons;
  private final long[][] noiseIds;
  private final int[] intervals;
  private final int[] noiseStart;
  private final int[] noiseStop;
  private final Philox[] random;

  /**
   * Currents onto one block.
   *
   * @param currentNeurons per current: local indices
   * @param noiseNeurons per noise: local indices
   * @param ids per noise: the neurons' numbers, which key their random streams
   * @param numbers per noise: position of the stimulus in the network
   */
  CurrentDrive(int paddedSize, List<Stimulus.Current> currents, int[][] currentNeurons, List<Stimulus.Noise> noises,
      int[][] noiseNeurons, long[][] ids, int[] numbers, double dtMs, long seed) {
    total = new double[paddedSize];
    steady = new double[paddedSize];
    this.currents = currents;
    this.currentNeurons = currentNeurons;
    this.noises = noises;
    this.noiseNeurons = noiseNeurons;
    noiseIds = ids;
    changeSteps = new int[currents.size()][];
    for (int c = 0; c < changeSteps.length; c++) {
      changeSteps[c] = Arrays.stream(currents.get(c).timesMs()).mapToInt(t -> Steps.nearest(t, dtMs)).toArray();
    }
    intervals = new int[noises.size()];
    noiseStart = new int[noises.size()];
    noiseStop = new int[noises.size()];
    random = new Philox[noises.size()];
    for (int n = 0; n < intervals.length; n++) {
      intervals[n] = Math.max(1, Steps.nearest(noises.get(n).intervalMs(), dtMs));
      noiseStart[n] = Steps.nearest(noises.get(n).startMs(), dtMs);
      noiseStop[n] = Steps.nearest(noises.get(n).stopMs(), dtMs);
      random[n] = new Philox(seed, Purpose.NOISE, numbers[n]);
    }
  }

  /** The current of every neuron of the block during a step. */
  double[] during(int step) {
    int at = step - 1;
    boolean changed = false;
    for (int[] steps : changeSteps) {
      changed |= at == 0 || Arrays.binarySearch(steps, at) >= 0;
    }
    if (changed) {
      sumSteady(at);
    }
    boolean noisy = false;
    for (int n = 0; n < intervals.length; n++) {
      noisy |= due(n, at);
    }
    if (changed || noisy) {
      System.arraycopy(steady, 0, total, 0, total.length);
      for (int n = 0; n < intervals.length; n++) {
        addNoise(n, at);
      }
    }
    return total;
  }

  private boolean due(int n, int at) {
    return at == noiseStop[n]
        || (at >= noiseStart[n] && at < noiseStop[n] && (at - noiseStart[n]) % intervals[n] == 0);
  }

  private void sumSteady(int at) {
    Arrays.fill(steady, 0.0);
    for (int c = 0; c < changeSteps.length; c++) {
      double amplitude = 0.0;
      for (int k = 0; k < changeSteps[c].length && changeSteps[c][k] <= at; k++) {
        amplitude = currents.get(c).amplitudes()[k];
      }
      for (int neuron : currentNeurons[c]) {
        steady[neuron] += amplitude;
      }
    }
  }

  private void addNoise(int n, int at) {
    if (at < noiseStart[n] || at >= noiseStop[n]) {
      return;
    }
    int draw = (at - noiseStart[n]) / intervals[n];
    double mean = noises.get(n).mean();
    double std = noises.get(n).std();
    int[] neurons = noiseNeurons[n];
    for (int k = 0; k < neurons.length; k++) {
      total[neurons[k]] += mean + std * NormalQuantile.at(random[n].uniform(noiseIds[n][k], draw));
    }
  }
}
