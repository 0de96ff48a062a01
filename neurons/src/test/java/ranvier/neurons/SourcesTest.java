package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationOptions;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.record.SpikeOutput;

/** Populations that make spikes without a membrane: poisson and parrot_neuron. */
class SourcesTest {
  private static final PoissonNeuron POISSON = new PoissonNeuron();
  private static final TestBlock.Form FORM = TestBlock.Form.plain(0.1);

  @Test
  void poissonIntervalsAreExponential() {
    // 400 neurons, 50 Hz, 10 s at h = 0.01 ms: 200,000 intervals, Kolmogorov-Smirnov at p = 0.001.
    TestPopulation population = new TestPopulation(POISSON, 400).set("rate", 50);
    GridRun run = new GridRun(population, TestBlock.Form.plain(0.01).withSeed(7)).to(1_000_000);
    double[] intervals = new double[run.spikes().size()];
    int[] last = new int[400];
    int n = 0;
    for (GridRun.Spike s : run.spikes()) {
      intervals[n++] = 0.01 * (s.step() - last[s.neuron()]);
      last[s.neuron()] = s.step();
    }
    assertEquals(200_000, n, 4 * StrictMath.sqrt(200_000));
    Arrays.sort(intervals);
    double distance = 0;
    for (int k = 0; k < n; k++) {
      distance = Math.max(distance, Math.abs((k + 0.5) / n - (1 - StrictMath.exp(-intervals[k] * 0.05))));
    }
    // The grid shifts an interval by up to 0.01 ms (0.0005 of the distribution), the end of the run cuts the last ones.
    assertTrue(distance < 1.95 / StrictMath.sqrt(n) + 0.0005 + 0.001, "distance " + distance);
  }

  @Test
  void poissonCountsPerStepHaveTheRightVariance() {
    // Mean 2.5 per step: several spikes of a neuron in a step.
    GridRun run = new GridRun(new TestPopulation(POISSON, 100).set("rate", 25_000), FORM).to(2000);
    int[] counts = new int[200_000];
    run.spikes().forEach(s -> counts[(s.step() - 1) * 100 + s.neuron()]++);
    double mean = Arrays.stream(counts).average().orElseThrow();
    double variance = Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).average().orElseThrow();
    assertEquals(2.5, mean, 4 * StrictMath.sqrt(2.5 / 200_000));
    assertEquals(1, variance / mean, 4 * StrictMath.sqrt(2.0 / 200_000));
  }

  @Test
  void poissonTimesDoNotDependOnTheStep() {
    TestPopulation population = new TestPopulation(POISSON, 50).set("rate", 200);
    GridRun coarse = new GridRun(population, TestBlock.Form.plain(0.5)).to(1000);
    GridRun fine = new GridRun(population, TestBlock.Form.plain(0.125)).to(4000);
    for (int neuron = 0; neuron < 50; neuron++) {
      assertArrayEquals(Arrays.stream(fine.spikesOf(neuron)).map(s -> (s + 3) / 4).toArray(), coarse.spikesOf(neuron));
    }
  }

  @Test
  void poissonSpikesFallBetweenStartAndStop() {
    TestPopulation population = new TestPopulation(POISSON, 3).set("rate", 2000, 2000, 0).set("start", 20)
        .set("stop", 60);
    GridRun run = new GridRun(population, FORM).to(1000);
    assertEquals(160, run.spikes().size(), 4 * StrictMath.sqrt(160));
    assertTrue(run.spikes().stream().allMatch(s -> s.step() > 200 && s.step() <= 600));
    assertEquals(0, run.spikesOf(2).length);
    assertNotEquals(Arrays.toString(run.spikesOf(0)), Arrays.toString(run.spikesOf(1)));
  }

  @Test
  void poissonSpikesAreAFunctionOfSeedAndNeuron() {
    TestPopulation population = new TestPopulation(POISSON, 100).set("rate", 100);
    List<GridRun.Spike> first = new GridRun(population, FORM.withSeed(3)).to(500).spikes();
    assertEquals(first, new GridRun(population, FORM.withSeed(3), 16).to(500).spikes());
    assertNotEquals(first, new GridRun(population, FORM.withSeed(4)).to(500).spikes());
  }

  @Test
  void parrotsRepeatSpikesWhateverTheirWeights() {
    Network network = Network.named("parrots")
        .spikeTrains("trains", new double[] {1, 1, 2.5}, new double[] {1, 3})
        .population("parrots", 2, "parrot_neuron")
        .population("echoes", 1, "parrot_neuron")
        .project("trains", "parrots", new Rule.OneToOne(), p -> p.weight(-0.37).delayMs(0.5))
        .project("parrots", "echoes", new Rule.AllToAll(true),
            p -> p.weight(Distribution.uniform(3, 900)).delayMs(1.0))
        .build();
    List<String> spikes = new ArrayList<>();
    Simulation simulation = Simulation.build(network, Models.installed(), SimulationOptions.grid(0.1, 2, 1), x -> { });
    simulation.output(new SpikeOutput() {
      @Override
      public void add(long step, double offsetMs, int neuron) {
        spikes.add(step + ":" + neuron);
      }

      @Override
      public void endOfSlice(long step) {}
    });
    simulation.run(10, RunControl.NONE);
    assertEquals(List.of("15:0", "15:0", "15:1", "25:2", "25:2", "25:2", "30:0", "35:1", "40:2", "45:2"), spikes);
  }
}
