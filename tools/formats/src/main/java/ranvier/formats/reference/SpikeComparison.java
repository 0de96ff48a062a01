package ranvier.formats.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Simulated spikes against expected ones, neuron by neuron in the order of time: a simulated spike matches an expected
 * spike of the same neuron if their times differ by no more than the tolerance.
 *
 * @param matching pairs
 * @param differences spikes without a partner, by time
 * @param deviationMs largest difference within a pair
 * @param deviationNeuron of that pair; -1 if all pairs are identical
 * @param deviationAtMs expected time of that pair
 * @param shiftMs largest difference of the k-th spikes, over the neurons with as many spikes as expected
 * @param equalCounts how many neurons these are, silent ones not counted
 * @param counts of the other neurons
 */
record SpikeComparison(int expected, int simulated, int matching, List<Difference> differences, double toleranceMs,
    double deviationMs, int deviationNeuron, double deviationAtMs, double shiftMs, int equalCounts,
    List<Counts> counts) {
  /** Lines of differences that are told. */
  private static final int TOLD = 10;

  /** A spike without a partner: expected ({@code isMissing}) or simulated. */
  record Difference(int neuron, double timeMs, boolean isMissing) {}

  /** Numbers of spikes of one neuron. */
  record Counts(int neuron, int expected, int simulated) {}

  static SpikeComparison of(ReferenceCase.Spikes expected, ReferenceCase.Spikes simulated, int neurons,
      double toleranceMs) {
    return new Matching(toleranceMs).all(byNeuron(expected, neurons), byNeuron(simulated, neurons));
  }

  /** Spike times of each neuron, ascending. */
  private static List<double[]> byNeuron(ReferenceCase.Spikes spikes, int neurons) {
    List<List<Double>> lists = new ArrayList<>();
    for (int i = 0; i < neurons; i++) {
      lists.add(new ArrayList<>());
    }
    for (int k = 0; k < spikes.neurons().length; k++) {
      lists.get(spikes.neurons()[k]).add(spikes.timesMs()[k]);
    }
    return lists.stream().map(l -> l.stream().mapToDouble(Double::doubleValue).sorted().toArray()).toList();
  }

  int missing() {
    return (int) differences.stream().filter(Difference::isMissing).count();
  }

  int extra() {
    return differences.size() - missing();
  }

  /** Adds what a person reads. */
  void tell(ReferenceCase of, List<String> lines) {
    lines.add("  spikes    expected " + expected + ", simulated " + simulated + ", matching " + matching + ", missing "
        + missing() + ", extra " + extra() + " (tolerance " + CFormat.general(toleranceMs, 6) + " ms)");
    lines.add("  deviation max " + CFormat.general(deviationMs, 3) + " ms among matching spikes"
        + (deviationNeuron < 0 ? ""
            : " (neuron " + deviationNeuron + ", " + CFormat.general(deviationAtMs, 9) + " ms)"));
    if (differences.isEmpty()) {
      return;
    }
    lines.add("  shift     max " + CFormat.general(shiftMs, 3) + " ms, k-th spike against k-th spike, over "
        + equalCounts + " neurons with equal counts; " + counts.size() + " neurons with different counts");
    lines.add("  first difference at " + CFormat.general(differences.getFirst().timeMs(), 9) + " ms");
    for (Difference d : differences.subList(0, Math.min(TOLD, differences.size()))) {
      lines.add("    " + (d.isMissing() ? "missing" : "extra  ") + " neuron " + d.neuron() + " ("
          + of.neuronName(d.neuron()) + ") at " + CFormat.general(d.timeMs(), 12) + " ms");
    }
    if (differences.size() > TOLD) {
      lines.add("    ... and " + (differences.size() - TOLD) + " more");
    }
    for (Counts c : counts.subList(0, Math.min(TOLD, counts.size()))) {
      lines.add("    count   neuron " + c.neuron() + " (" + of.neuronName(c.neuron()) + "): expected " + c.expected()
          + ", simulated " + c.simulated());
    }
  }

  /** Matches the spikes of one neuron after the other. */
  private static final class Matching {
    private final double tolerance;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Counts> counts = new ArrayList<>();
    private int matching;
    private double deviation;
    private int deviationNeuron = -1;
    private double deviationAt = Double.NaN;
    private double shift;
    private int equalCounts;

    Matching(double tolerance) {
      this.tolerance = tolerance;
    }

    SpikeComparison all(List<double[]> expected, List<double[]> simulated) {
      int expectedSpikes = 0;
      int simulatedSpikes = 0;
      for (int neuron = 0; neuron < expected.size(); neuron++) {
        expectedSpikes += expected.get(neuron).length;
        simulatedSpikes += simulated.get(neuron).length;
        match(neuron, expected.get(neuron), simulated.get(neuron));
        shift(neuron, expected.get(neuron), simulated.get(neuron));
      }
      // Extra before missing at the same time and neuron, as compare.py sorts them.
      differences.sort(Comparator.comparingDouble(Difference::timeMs).thenComparingInt(Difference::neuron)
          .thenComparing(Difference::isMissing));
      return new SpikeComparison(expectedSpikes, simulatedSpikes, matching, List.copyOf(differences), tolerance,
          deviation, deviationNeuron, deviationAt, shift, equalCounts, List.copyOf(counts));
    }

    private void match(int neuron, double[] expected, double[] simulated) {
      int i = 0;
      int j = 0;
      while (i < expected.length && j < simulated.length) {
        double difference = simulated[j] - expected[i];
        boolean nextIsCloser = j + 1 < simulated.length
            && Math.abs(simulated[j + 1] - expected[i]) < Math.abs(difference);
        if (Math.abs(difference) <= tolerance && !nextIsCloser) {
          pair(neuron, expected[i++], simulated[j++]);
        } else if (Math.abs(difference) <= tolerance || difference < 0) {
          differences.add(new Difference(neuron, simulated[j++], false));
        } else {
          differences.add(new Difference(neuron, expected[i++], true));
        }
      }
      while (i < expected.length) {
        differences.add(new Difference(neuron, expected[i++], true));
      }
      while (j < simulated.length) {
        differences.add(new Difference(neuron, simulated[j++], false));
      }
    }

    private void pair(int neuron, double expected, double simulated) {
      matching++;
      if (Math.abs(simulated - expected) > deviation) {
        deviation = Math.abs(simulated - expected);
        deviationNeuron = neuron;
        deviationAt = expected;
      }
    }

    private void shift(int neuron, double[] expected, double[] simulated) {
      if (expected.length != simulated.length) {
        counts.add(new Counts(neuron, expected.length, simulated.length));
        return;
      }
      equalCounts += expected.length > 0 ? 1 : 0;
      for (int k = 0; k < expected.length; k++) {
        shift = Math.max(shift, Math.abs(expected[k] - simulated[k]));
      }
    }
  }
}
