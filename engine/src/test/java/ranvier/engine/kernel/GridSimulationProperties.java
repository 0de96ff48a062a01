package ranvier.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import ranvier.engine.connectivity.Parallel;
import ranvier.engine.connectivity.ProjectionRows;
import ranvier.engine.connectivity.RowReader;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;
import ranvier.engine.record.SpikeOutput;

class GridSimulationProperties {
  private static final Models MODELS = Models.of(List.of(new LeakyCounter()), List.of(new TestSynapse()));
  private static final double DT = 0.1;

  /** Spikes as "step:neuron", in the order in which the kernel gives them. */
  private static final class Spikes implements SpikeOutput {
    private final List<String> list = new ArrayList<>();

    @Override
    public void add(long step, double offsetMs, int neuron) {
      assertEquals(0.0, offsetMs);
      list.add(step + ":" + neuron);
    }

    @Override
    public void endOfSlice(long step) {}
  }

  private static SimulationOptions options(int threads, boolean separate) {
    return new SimulationOptions(Timing.GRID, DT, false, threads, 5, true, separate);
  }

  private static List<String> simulate(Network network, int threads, boolean separate, double... durationsMs) {
    return simulate(Simulation.build(network, MODELS, options(threads, separate), done -> { }), durationsMs);
  }

  /** With a layout of input that would not be chosen for so small a network. */
  private static GridSimulation laidOut(Network network, int threads, Function<InputNeeds, InputLayout> layout) {
    return new GridSimulation(network, MODELS, options(threads, false), layout, any -> VectorGate.never(),
        done -> { });
  }

  private static List<String> simulate(Simulation simulation, double... durationsMs) {
    Spikes spikes = new Spikes();
    simulation.output(spikes);
    for (double duration : durationsMs) {
      assertTrue(simulation.run(duration, RunControl.NONE));
    }
    assertEquals(spikes.list.size(), simulation.spikes());
    return spikes.list;
  }

  /** Weights are multiples of 1/64 and delays of DT, so that every storage and every order of sums is exact. */
  private static Network random(long seed, Storage storage) {
    Random random = new Random(seed);
    int a = 1 + random.nextInt(70);
    int b = 1 + random.nextInt(40);
    Network.Builder builder = Network.named("random")
        .population("A", a, "leaky_counter", p -> p.set("drive", Distribution.uniform(0.05, 0.15)))
        .population("B", b, "leaky_counter", p -> p.set("drive", 0.11).initial("v", Distribution.uniform(0, 1)))
        .spikeTrains("S", new double[] {0.0, 0.3, 0.3, 2.0}, new double[] {}, new double[] {1.0, 5.5});
    String[] sources = {"A", "B", "S"};
    String[] targets = {"A", "B"};
    for (int j = 0; j < 4; j++) {
      String source = sources[random.nextInt(3)];
      String target = targets[random.nextInt(2)];
      int n = 1 + random.nextInt(300);
      int sourceSize = source.equals("A") ? a : source.equals("B") ? b : 3;
      int targetSize = target.equals("A") ? a : b;
      int[] from = random.ints(n, 0, sourceSize).toArray();
      int[] to = random.ints(n, 0, targetSize).toArray();
      double[] weights = random.ints(n, -16, 24).mapToDouble(w -> w / 64.0).toArray();
      double[] delays = random.ints(n, 1 + random.nextInt(3), 30).mapToDouble(d -> d * DT).toArray();
      builder.project(source, target, new Rule.Explicit(from, to), p -> p.weight(Distribution.listed(weights))
          .delayMs(Distribution.listed(delays)).storage(storage));
    }
    builder.current("A", Neurons.range(0, (a + 1) / 2), 1.0, 2.5, 0.0625);
    return builder.build();
  }

  /** Every rule that draws row by row, weights of both signs, delays of many steps. */
  private static Network drawn(long seed, Storage storage) {
    Random random = new Random(seed);
    int a = 2 + random.nextInt(70);
    int b = 2 + random.nextInt(40);
    Network.Builder builder = Network.named("drawn")
        .population("A", a, "leaky_counter", p -> p.set("drive", Distribution.uniform(0.05, 0.15)))
        .population("B", b, "leaky_counter", p -> p.set("drive", 0.11).initial("v", Distribution.uniform(0, 1)))
        .spikeTrains("S", new double[] {0.0, 0.3, 0.3, 2.0}, new double[] {}, new double[] {1.0, 5.5});
    int degree = 1 + random.nextInt(20);
    Distribution delay = random.nextBoolean() ? Distribution.constant(0.3) : Distribution.uniform(0.1, 4.0);
    Distribution weight = random.nextBoolean() ? Distribution.constant(0.25) : Distribution.uniform(-0.25, 0.375);
    Rule[] rules = {new Rule.FixedTotalNumber(10L * degree, random.nextBoolean()),
        new Rule.FixedOutDegree(degree, true, true), new Rule.PairwiseBernoulli(random.nextDouble(), false),
        new Rule.AllToAll(random.nextBoolean())};
    String[] sources = {"A", "B", "S"};
    for (Rule rule : rules) {
      builder.project(sources[random.nextInt(3)], random.nextBoolean() ? "A" : "B", rule,
          p -> p.weight(weight).delayMs(delay).storage(storage));
    }
    return builder.project("A", "A", new Rule.OneToOne(), p -> p.weight(weight).delayMs(delay).storage(storage))
        .build();
  }

  /** The same network, step by step, with a matrix of pending input: the plainest possible simulator. */
  private static List<String> bruteForce(Network network, double durationMs) {
    int a = network.sizeOf("A");
    int b = network.sizeOf("B");
    int steps = (int) Math.rint(durationMs / DT);
    double[][] pending = new double[steps + 200][a + b];
    double[] v = new double[a + b];
    double[] drive = new double[a + b];
    for (int p = 0; p < 2; p++) {
      PopulationParameters parameters = new PopulationParameters(network.populations().get(p),
          new LeakyCounter().description(), p, 5);
      for (int i = 0; i < (p == 0 ? a : b); i++) {
        drive[(p == 0 ? 0 : a) + i] = parameters.of("drive", i);
      }
    }
    var philox = new ranvier.engine.random.Philox(5, ranvier.engine.random.Purpose.INITIAL_STATE, 1);
    for (int i = 0; i < b; i++) {
      v[a + i] = network.populations().get(1).initial().get("v").value(i, philox.uniform(i, 0));
    }
    List<String> spikes = new ArrayList<>();
    for (int step = 0; step <= steps; step++) {
      for (int k = 0; k < 3; k++) {
        for (double time : network.spikeTrains().get(0).timesMs()[k]) {
          if (Math.rint(time / DT) == step) {
            deliver(network, "S", k, step, pending, a);
          }
        }
      }
      for (int i = 0; i < a + b && step > 0; i++) {
        double current = i < (a + 1) / 2 && step - 1 >= 10 && step - 1 < 25 ? 0.0625 : 0.0;
        v[i] = LeakyCounter.LEAK * v[i] + drive[i] + current + pending[step][i];
        if (v[i] >= 1.0) {
          spikes.add(step + ":" + i);
          v[i] = 0.0;
          deliver(network, i < a ? "A" : "B", i < a ? i : i - a, step, pending, a);
        }
      }
    }
    return spikes;
  }

  private static void deliver(Network network, String source, int index, int step, double[][] pending, int a) {
    network.projections().stream().filter(p -> p.source().equals(source)).forEach(p -> {
      Rule.Explicit rule = (Rule.Explicit) p.rule();
      for (int k = 0; k < rule.sources().length; k++) {
        if (rule.sources()[k] == index) {
          int due = step + (int) Math.rint(p.delayMs().value(k, 0.5) / DT);
          if (due < pending.length) {
            pending[due][rule.targets()[k] + (p.target().equals("A") ? 0 : a)] += p.weight().value(k, 0.5);
          }
        }
      }
    });
  }

  @Property(tries = 100)
  void rowsDrawnAtEverySpikeGiveTheSameAsKeptOnes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int threads) {
    assertEquals(simulate(drawn(seed, Storage.FIXED16), 1, false, 12.0),
        simulate(drawn(seed, Storage.PROCEDURAL), threads, false, 5.0, 7.0));
  }

  @Property(tries = 60)
  void equalsBruteForceInEveryStorageAndForAnyNumberOfThreads(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int threads, @ForAll boolean separate) {
    List<String> expected = bruteForce(random(seed, Storage.DOUBLE), 12.0);
    for (Storage storage : List.of(Storage.AUTO, Storage.FIXED16, Storage.SINGLE, Storage.DOUBLE)) {
      assertEquals(expected, simulate(random(seed, storage), threads, separate, 12.0), storage.toString());
    }
  }

  @Property(tries = 60)
  void anyLayoutOfInputGivesTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int threads,
      @ForAll @IntRange(min = 1, max = 119) int first, @ForAll Storage storage) {
    List<String> expected = bruteForce(random(seed, Storage.DOUBLE), 12.0);
    List<String> ofDrawn = simulate(laidOut(drawn(seed, Storage.FIXED16), 1, n -> InputLayout.windows(n, 1)), 12.0);
    boolean kept = storage != Storage.PROCEDURAL;
    for (Function<InputNeeds, InputLayout> layout : List.<Function<InputNeeds, InputLayout>>of(InputLayout::pushed,
        n -> InputLayout.windows(n, 1), n -> InputLayout.windows(n, 2), n -> InputLayout.windows(n, 4))) {
      assertEquals(expected, simulate(laidOut(random(seed, kept ? storage : Storage.FIXED16), threads, layout),
          first * DT, 12.0 - first * DT));
      assertEquals(ofDrawn, simulate(laidOut(drawn(seed, kept ? Storage.FIXED16 : storage), threads, layout),
          first * DT, 12.0 - first * DT));
    }
  }

  @Example
  void layoutsFollowTheirRules() {
    // 2^13 neurons of 4 bytes in 8 slots are 2^18 bytes.
    assertEquals(new InputLayout(8, 13, 16, true), InputLayout.chosen(new InputNeeds(13, 1, 8, 16, 1000, 1000)));
    assertEquals(new InputLayout(1, 13, 16, false), InputLayout.chosen(new InputNeeds(13, 1, 9, 16, 1000, 4000)));
    assertEquals(new InputLayout(1, 13, 16, false), InputLayout.chosen(new InputNeeds(13, 2, 8, 16, 1000, 4000)));
    assertEquals(new InputLayout(1, 16, 16, false), InputLayout.chosen(new InputNeeds(16, 1, 64, 4, 32, 128)));
    assertEquals(new InputLayout(1, 16, 16, false), InputLayout.chosen(new InputNeeds(16, 1, 64, 4, 31, 62)));
    assertEquals(new InputLayout(4, 16, 18, false), InputLayout.chosen(new InputNeeds(16, 1, 64, 14, 31, 63)));
    assertEquals(new InputLayout(2, 16, 17, false), InputLayout.chosen(new InputNeeds(16, 1, 64, 15, 31, 63)));
    assertEquals(new InputLayout(1, 16, 16, false), InputLayout.chosen(new InputNeeds(16, 1, 64, 16, 31, 63)));
    assertEquals(new InputLayout(4, 14, 16, false), InputLayout.chosen(new InputNeeds(14, 1, 64, 16, 31, 63)));
  }

  @Example
  void piecesAreAsLongAsAMeanSynapseFindsThem() {
    // A row of 20: 10 with a delay of 5 steps, and 1 with each of 6 to 15, which fall into windows 1, 2 and 3.
    Network network = Network.named("pieces").population("A", 50, "leaky_counter")
        .project("A", "A", new Rule.FixedOutDegree(10, true, true), p -> p.weight(0.25).delayMs(0.5))
        .project("A", "A", new Rule.FixedOutDegree(10, true, true), p -> p.weight(0.5)
            .delayMs(Distribution.uniform(0.55, 1.55)))
        .build();
    InputNeeds[] seen = new InputNeeds[1];
    laidOut(network, 1, needs -> {
      seen[0] = needs;
      return InputLayout.chosen(needs);
    });
    assertEquals((10 * 10 + 10) / 20.0, seen[0].pieceLength(), 0.01);
    assertEquals((12 * 12 + 4 * 4 + 4 * 4) / 20.0, seen[0].windowLength(), 0.01);
    assertEquals(15, seen[0].longestDelay());
    assertEquals(6, seen[0].targetBits());
    // Codes 1 and 2: two bits and the sign.
    assertEquals(3, seen[0].codeBits());
  }

  /** Two bytes per synapse for up to four different weights, four where one is drawn. */
  @Example
  void constantWeightsAreKeptOnce() {
    for (int weights = 1; weights <= 5; weights++) {
      Network.Builder network = Network.named("constant").population("A", 200, "leaky_counter");
      for (int w = 1; w <= weights; w++) {
        double weight = w / 64.0;
        network.project("A", "A", new Rule.FixedOutDegree(100, true, true), p -> p.weight(weight).delayMs(0.3));
      }
      assertEquals(weights <= 4 ? 2 : 4, bytesPerSynapse(network.build()));
      network.project("A", "A", new Rule.FixedOutDegree(100, true, true),
          p -> p.weight(Distribution.uniform(0.1, 0.2)).delayMs(0.3));
      assertEquals(4, bytesPerSynapse(network.build()));
    }
  }

  private static long bytesPerSynapse(Network network) {
    ProjectionStorage first = Simulation.build(network, MODELS, options(2, false), done -> { }).storage().get(0);
    return first.bytes() / first.synapses();
  }

  @Property(tries = 30)
  void runningInPartsChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 119) int first) {
    Network network = random(seed, Storage.AUTO);
    assertEquals(simulate(network, 2, false, 12.0), simulate(network, 2, false, first * DT, 12.0 - first * DT));
  }

  /** Drawn weights that are no multiples of anything: floating-point sums must be made in the canonical order. */
  @Property(tries = 20)
  void drawnNetworksDoNotDependOnThreads(@ForAll long seed, @ForAll Storage storage) {
    Network network = Network.named("drawn")
        .population("A", 120, "leaky_counter", p -> p.set("drive", Distribution.uniform(0.05, 0.13)))
        .project("A", "A", new Rule.FixedInDegree(20, false, true), p -> p.weight(Distribution.normal(0.01, 0.05))
            .delayMs(Distribution.normalRedrawn(1.5, 0.75, 0.05, 10)).storage(storage))
        .project("A", "A", new Rule.PairwiseBernoulli(0.1, true), p -> p.weight(Distribution.lognormal(-4, 1))
            .delayMs(0.3).storage(Storage.SINGLE))
        .poisson("A", 500.0 + (seed & 7), 0.03).build();
    List<String> one = simulate(network, 1, false, 30.0);
    assertTrue(one.size() > 10);
    for (int threads = 2; threads <= 4; threads++) {
      assertEquals(one, simulate(network, threads, false, 30.0));
    }
  }

  @Example
  void synapticEventsCountEveryArrivalOnce() {
    Network network = random(3, Storage.FIXED16);
    Simulation simulation = laidOut(network, 2, needs -> InputLayout.windows(needs, 1));
    Spikes spikes = new Spikes();
    simulation.output(spikes);
    simulation.run(12.0, RunControl.NONE);
    long expected = 0;
    int a = network.sizeOf("A");
    for (int j = 0; j < network.projections().size(); j++) {
      RowReader reader = ProjectionRows.of(network, j, 5, new Parallel(1)).reader();
      String source = network.projections().get(j).source();
      List<long[]> emitted = new ArrayList<>();
      if (source.equals("S")) {
        for (int k = 0; k < 3; k++) {
          for (double t : network.spikeTrains().get(0).timesMs()[k]) {
            emitted.add(new long[] {Math.round(t / DT), k});
          }
        }
      } else {
        for (String s : spikes.list) {
          int neuron = Integer.parseInt(s.substring(s.indexOf(':') + 1));
          if (neuron < a == source.equals("A")) {
            emitted.add(new long[] {Long.parseLong(s.substring(0, s.indexOf(':'))), neuron < a ? neuron : neuron - a});
          }
        }
      }
      for (long[] spike : emitted) {
        int length = reader.read((int) spike[1]);
        for (int k = 0; k < length; k++) {
          // What is due one step after the end has been added already.
          expected += spike[0] + Math.rint(reader.delayMs(k) / DT) <= 121 ? 1 : 0;
        }
      }
    }
    assertEquals(expected, simulation.synapticEvents());
  }

  @Example
  void probesSeeTheStateAfterEachStep() {
    Network network = Network.named("probe").population("A", 5, "leaky_counter", p -> p.set("drive", 0.05))
        .probe("A", Neurons.listed(3, 0), 0.2, "v").build();
    Simulation simulation = Simulation.build(network, MODELS, options(2, false), done -> { });
    simulation.run(1.0, RunControl.NONE);
    double[][] samples = simulation.probes().get(0).samples();
    assertEquals(5, samples.length);
    double v = 0.0;
    for (int step = 1; step <= 10; step++) {
      v = LeakyCounter.LEAK * v + 0.05;
      if (step % 2 == 0) {
        assertEquals(v, samples[step / 2 - 1][0], 0.0);
        assertEquals(v, samples[step / 2 - 1][1], 0.0);
      }
    }
  }

  @Example
  void stateThatIsNotFiniteStopsTheRunAndNamesIt() {
    Network network = Network.named("blows up").population("A", 40, "leaky_counter", p -> p
        .set("drive", Distribution.listed(zerosBut(17, -1e308)))).build();
    Simulation simulation = Simulation.build(network, MODELS, options(2, false), done -> { });
    SimulationException e = org.junit.jupiter.api.Assertions.assertThrows(SimulationException.class,
        () -> simulation.run(500.0, RunControl.NONE));
    assertTrue(e.getMessage().startsWith("population A, neuron 17: v is -Infinity"), e.getMessage());
  }

  private static double[] zerosBut(int index, double value) {
    double[] values = new double[40];
    values[index] = value;
    return values;
  }

  @Example
  void stopsAfterTheSliceInWhichItIsAsked() {
    Network network = Network.named("stop").population("A", 3, "leaky_counter").build();
    for (int threads = 1; threads <= 3; threads++) {
      Simulation simulation = Simulation.build(network, MODELS, options(threads, false), done -> { });
      assertEquals(false, simulation.run(100.0, (timeMs, spikes) -> timeMs >= 5.0));
      assertEquals(5.1, simulation.timeMs(), 1e-9);
    }
  }

  /**
   * Bytes allocated by the worker over 4,900 steps: none per step. One object per step would be 78,400 bytes at least;
   * what the virtual machine itself allocates now and then, on deoptimisation, is below 1,000.
   */
  @Example
  void theSteadyStateAllocatesNothing() {
    Network network = Network.named("steady")
        .population("A", 500, "leaky_counter", p -> p.set("drive", Distribution.uniform(0.05, 0.13)))
        .project("A", "A", new Rule.FixedInDegree(50, true, true), p -> p.weight(Distribution.normal(0.0, 0.02))
            .delayMs(Distribution.uniform(0.3, 2.0)))
        .project("A", "A", new Rule.FixedInDegree(5, true, true), p -> p.weight(0.001).storage(Storage.DOUBLE))
        .poisson("A", 1000.0, 0.01).build();
    Simulation simulation = Simulation.build(network, MODELS,
        new SimulationOptions(Timing.GRID, DT, false, 1, 5, false, false), done -> { });
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] at = new long[2];
    simulation.run(1000.0, (timeMs, spikes) -> {
      if (timeMs < 500.0) {
        at[0] = threads.getCurrentThreadAllocatedBytes();
      } else if (timeMs < 990.0) {
        at[1] = threads.getCurrentThreadAllocatedBytes();
      }
      return false;
    });
    assertTrue(simulation.spikes() > 10_000);
    assertTrue(at[1] - at[0] < 1000, (at[1] - at[0]) + " bytes");
  }
}
