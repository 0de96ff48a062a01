package ranvier.scenarios.polychronous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.scenarios.Progress;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.Scenarios;
import ranvier.scenarios.result.RunResult;

class PolychronousTest {
  @TempDir
  private Path folder;

  @Test
  void everyNeuronHasOneHundredOtherTargetsAndFiveWithEachDelay() {
    for (int i : new int[] {0, 400, 799, 800, 999}) {
      int[] targets = PolychronousNetwork.targets(i, 5);
      assertEquals(100, Arrays.stream(targets).distinct().count());
      int source = i;
      assertTrue(Arrays.stream(targets).noneMatch(t -> t == source));
      assertTrue(i < 800 || Arrays.stream(targets).allMatch(t -> t < 800), "inhibition is for excitatory neurons");
    }
    for (int delay = 1; delay <= 20; delay++) {
      int of = delay;
      assertEquals(5, java.util.stream.IntStream.range(0, 100).filter(k -> PolychronousNetwork.delayMs(k) == of)
          .count());
    }
  }

  /** Layers of three neurons, each of which reaches all three of the next after 1 ms with the largest weight. */
  private static GroupSearch layered(int layers) {
    return layered(layers, (targets, weights) -> { });
  }

  private static GroupSearch layered(int layers, BiConsumer<int[][], double[][]> change) {
    int[][] targets = new int[PolychronousNetwork.N][PolychronousNetwork.OUT_DEGREE];
    double[][] weights = new double[PolychronousNetwork.N][PolychronousNetwork.OUT_DEGREE];
    for (int i = 0; i < PolychronousNetwork.N; i++) {
      Arrays.setAll(targets[i], k -> 500 + k);
      if (i < 3 * (layers - 1)) {
        for (int k = 0; k < 3; k++) {
          targets[i][k] = 3 * Math.floorDiv(i, 3) + 3 + k;
          weights[i][k] = PolychronousNetwork.LARGEST_WEIGHT;
        }
      }
    }
    change.accept(targets, weights);
    return new GroupSearch(targets, weights);
  }

  @Test
  void aChainOfSevenLayersIsAGroup() {
    GroupSearch search = layered(7);
    List<PolychronousGroup> groups = search.around(4);
    assertEquals(1, search.tried());
    assertEquals(1, groups.size());
    PolychronousGroup group = groups.getFirst();
    assertEquals(7, group.layers());
    assertEquals(21, group.spikes().size());
    assertEquals(54, group.links().size());
    assertEquals(groups, search.around(4), "a search leaves the network at rest");
  }

  @Test
  void aShorterChainOrAnAnchorThatHelpsNobodyElseIsNone() {
    assertTrue(layered(6).around(4).isEmpty());
    // The mother of the second layer alone: two strong synapses are no triplet.
    assertTrue(layered(7).around(0).isEmpty());
  }

  @Test
  void onlyStrongAndInhibitorySynapsesTransmit() {
    // All of them together would fire the next layer, if they counted.
    assertTrue(layered(7, (targets, weights) -> {
      for (int i = 9; i < 12; i++) {
        Arrays.fill(targets[i], 12);
        Arrays.fill(weights[i], 0.9 * PolychronousNetwork.LARGEST_WEIGHT);
      }
    }).around(4).isEmpty());
    // The third layer also fires an inhibitory neuron, which is faster than the fifth layer.
    BiConsumer<int[][], double[][]> inhibition = (targets, weights) -> {
      for (int i = 6; i < 9; i++) {
        targets[i][3] = 900;
        weights[i][3] = PolychronousNetwork.LARGEST_WEIGHT;
      }
      for (int k = 0; k < 3; k++) {
        targets[900][k] = 12 + k;
        weights[900][k] = -40.0;
      }
    };
    assertTrue(layered(7, inhibition).around(4).isEmpty());
    assertEquals(1, layered(7, inhibition.andThen((targets, weights) -> Arrays.fill(weights[900], 0.0))).around(4)
        .size(), "without inhibition the chain is whole");
  }

  @Test
  void whatAnAnchorSendsBeforeTheyMeetDoesNotCount() {
    // The anchors reach their common neuron 4 after 20 ms now, the other two of its layer as before.
    BiConsumer<int[][], double[][]> late = (targets, weights) -> {
      for (int i = 0; i < 3; i++) {
        targets[i][1] = 600;
        weights[i][1] = 0.0;
        targets[i][99] = 4;
        weights[i][99] = PolychronousNetwork.LARGEST_WEIGHT;
      }
    };
    assertTrue(layered(7, late).around(4).isEmpty());
    assertEquals(1, layered(7, late).around(3).size(), "from where they are fast, the slow synapses come later");
  }

  private RunResult run(int threads, double durationMs, Map<String, String> changes) throws InterruptedException {
    Scenario scenario = Scenarios.installed().get("polychronous");
    Map<String, String> parameters = new HashMap<>();
    for (ScenarioParameter p : scenario.parameters()) {
      parameters.put(p.key(), p.defaultValue());
    }
    parameters.putAll(changes);
    RunSettings settings = new RunSettings(durationMs, 0, 1, "grid", false, threads, 1, 1, List.of());
    return scenario.run(new RunContext(settings, parameters, folder.resolve("work"), Progress.SILENT, () -> false));
  }

  @Test
  void learnsTheSameWithAnyNumberOfThreads() throws InterruptedException {
    RunResult one = run(1, 2400, Map.of("mothers", "2"));
    RunResult two = run(2, 2400, Map.of("mothers", "2"));
    assertEquals(one.spikeHash(), two.spikeHash());
    assertEquals(one.metrics().get("mean_weight"), two.metrics().get("mean_weight"));
    assertNotEquals(PolychronousNetwork.START_WEIGHT, one.metrics().get("mean_weight"));
    assertFalse(one.sections().isEmpty());
  }

  @Test
  void whatCannotRunIsRefused() {
    for (String mothers : List.of("801", "-1", "1.5")) {
      IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
          () -> run(1, 100, Map.of("mothers", mothers)));
      assertTrue(refused.getMessage().contains("mothers") && refused.getMessage().contains(mothers));
    }
  }
}
