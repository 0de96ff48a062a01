package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.InputSums;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.SpikeSink;

/** Drives the neurons of one block step by step, as the kernel does: weights summed per receptor, chunk by chunk. */
final class GridRun {
  /** A spike at the end of a step. */
  record Spike(int step, int neuron) {}

  private record Arrival(int neuron, double weight) {}

  private record Current(int neuron, int from, int to, double amplitude) {}

  private final TestBlock block;
  private final GridNeurons neurons;
  private final SpikeSink sink;
  private final int chunk;
  private final GridInput input;
  private final boolean single;
  private final Map<Integer, List<Arrival>> arrivals = new HashMap<>();
  private final List<Current> currents = new ArrayList<>();
  private final List<Spike> spikes = new ArrayList<>();
  private IntConsumer afterStep = step -> { };
  private double unit;
  private double amount;
  private boolean hasTakenSums;
  private int step;

  GridRun(TestPopulation population, TestBlock.Form form, int chunk) {
    block = new TestBlock(population, form);
    single = form.single() && population.model().hasSinglePrecision();
    this.chunk = chunk;
    input = new GridInput(block.receptors().size(), chunk, single);
    neurons = population.model().onGrid(block);
    sink = new SpikeSink(population.size());
  }

  GridRun(TestPopulation population, TestBlock.Form form) {
    this(population, form, (population.size() + 15) / 16 * 16);
  }

  /** A weight that arrives at the end of a step. */
  GridRun arrive(int neuron, int atStep, double weight) {
    arrivals.computeIfAbsent(atStep, s -> new ArrayList<>()).add(new Arrival(neuron, weight));
    return this;
  }

  /** A current in the steps from (inclusive) to (inclusive). */
  GridRun current(int neuron, int from, int to, double amplitude) {
    currents.add(new Current(neuron, from, to, amplitude));
    return this;
  }

  /** Rounds arrivals to multiples of a unit and offers them as integer sums; with 0 they stay as they are. */
  GridRun inUnits(double newUnit) {
    unit = newUnit;
    return this;
  }

  /** Adds 0 to 3 spikes of an amount to every neuron in every step, through receptor 0; offered as counts, too. */
  GridRun counting(double newAmount) {
    amount = newAmount;
    return this;
  }

  /** Whether the model took input as integer sums. */
  boolean hasTakenSums() {
    return hasTakenSums;
  }

  /** What is called after each step, with its number. */
  GridRun afterEach(IntConsumer action) {
    afterStep = action;
    return this;
  }

  /** Advances to the end of the given step. */
  GridRun to(int last) {
    double[] current = currents.isEmpty() ? null : new double[block.paddedSize()];
    while (step < last) {
      step++;
      if (current != null) {
        Arrays.fill(current, 0);
        for (Current c : currents) {
          current[c.neuron()] += c.from() <= step && step <= c.to() ? c.amplitude() : 0;
        }
      }
      input.setCurrent(current);
      sink.clear();
      for (int from = 0; from < block.paddedSize(); from += chunk) {
        int to = Math.min(block.paddedSize(), from + chunk);
        if (unit == 0 || current != null || !advanceFromSums(from, to)) {
          fill(from, to);
          neurons.advance(from, to, step, input, sink);
        }
      }
      for (int k = 0; k < sink.count(); k++) {
        spikes.add(new Spike(step, sink.get(k)));
      }
      afterStep.accept(step);
    }
    return this;
  }

  /** All spikes so far, in the order in which the model told them. */
  List<Spike> spikes() {
    return spikes;
  }

  /** Steps at which one neuron spiked. */
  int[] spikesOf(int neuron) {
    return spikes.stream().filter(s -> s.neuron() == neuron).mapToInt(Spike::step).toArray();
  }

  /** The number a probe would record now. */
  double value(String variable, int neuron) {
    return block.value(variable, neuron);
  }

  TestBlock block() {
    return block;
  }

  private boolean advanceFromSums(int from, int to) {
    if (amount != 0 && !neurons.takesCounts()) {
      return false;
    }
    int channels = block.receptors().size();
    int[][] sums = new int[channels][3 + to];
    double[] units = new double[channels];
    Arrays.fill(units, unit);
    InputSums offered = new InputSums(sums, units);
    for (int channel = 0; channel < channels; channel++) {
      offered.setFirst(channel, 3);
      double[] arriving = arriving(channel, from, to);
      for (int k = 0; k < arriving.length; k++) {
        sums[channel][3 + k] = (int) Math.rint(arriving[k] / unit);
      }
    }
    if (amount != 0) {
      offered.setCounts(IntStream.range(from, to).map(this::count).toArray(), amount);
    }
    boolean taken = neurons.advanceFromSums(from, to, step, offered, sink);
    hasTakenSums |= taken;
    assertTrue(!taken || Arrays.stream(sums).flatMapToInt(Arrays::stream).allMatch(s -> s == 0), "sums are left");
    return taken;
  }

  private int count(int neuron) {
    return Integer.bitCount((step * 31 + neuron) * 0x9E3779B9 >>> 29);
  }

  private double[] arriving(int channel, int from, int to) {
    double[] sums = new double[to - from];
    Receptor receptor = block.receptors().get(channel);
    for (Arrival a : arrivals.getOrDefault(step, List.of())) {
      if (a.neuron() >= from && a.neuron() < to && receptor.takes(a.weight())) {
        sums[a.neuron() - from] += receptor.amount(a.weight());
      }
    }
    return sums;
  }

  private void fill(int from, int to) {
    for (int channel = 0; channel < block.receptors().size(); channel++) {
      double[] sums = arriving(channel, from, to);
      for (int k = 0; k < sums.length; k++) {
        double units = Math.rint(sums[k] / unit);
        if (single) {
          input.single(channel)[k] = unit == 0 ? (float) sums[k] : (float) units * (float) unit;
        } else {
          input.doubles(channel)[k] = unit == 0 ? sums[k] : units * unit;
        }
      }
    }
    for (int i = from; i < to && amount != 0; i++) {
      if (single) {
        input.single(0)[i - from] += count(i) * (float) amount;
      } else {
        input.doubles(0)[i - from] += count(i) * amount;
      }
    }
  }
}
