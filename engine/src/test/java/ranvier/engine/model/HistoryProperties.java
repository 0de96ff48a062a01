package ranvier.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Histories whose spikes wait in a queue against histories that enter them at once. */
class HistoryProperties {
  private static final int NEURONS = 7;
  private static final double STEP_MS = 0.1;

  @Property(tries = 300)
  void whoReadsNowAndThenFindsTheSameEntries(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    History queued = history();
    queued.setOneDelay();
    History atOnce = history();
    if (random.nextBoolean()) {
      queued.keepRecent(1e-6);
    }
    double asks = random.nextDouble();
    double forgottenMs = Double.NEGATIVE_INFINITY;
    for (int step = 1; step < 400; step++) {
      double nowMs = step * STEP_MS;
      for (int i = 0; i < NEURONS; i++) {
        if (random.nextInt(10 + 20 * i) == 0) {
          queued.spike(i, nowMs);
          atOnce.spike(i, nowMs);
        }
      }
      if (random.nextBoolean()) {
        queued.recent(nowMs - 1.5);
      }
      if (random.nextDouble() < asks / 20.0) {
        assertEntries(atOnce, queued, random.nextInt(NEURONS), forgottenMs);
      }
      if (random.nextInt(40) == 0) {
        forgottenMs = Math.max(forgottenMs, nowMs - 1.5 - random.nextInt(100) * STEP_MS);
        queued.forget(forgottenMs, nowMs);
        atOnce.forget(forgottenMs, nowMs);
      }
    }
    for (int i = 0; i < NEURONS; i++) {
      assertEntries(atOnce, queued, i, forgottenMs);
    }
  }

  /** From the last entry that may have been forgotten on. */
  private static void assertEntries(History expected, History actual, int neuron, double forgottenMs) {
    assertArrayEquals(entries(expected, neuron, forgottenMs), entries(actual, neuron, forgottenMs));
  }

  private static double[] entries(History history, int neuron, double forgottenMs) {
    int first = Math.max(0, history.last(neuron, forgottenMs));
    return history.length(neuron) == 0 ? new double[0]
        : Arrays.copyOfRange(history.entries(neuron), first, history.length(neuron));
  }

  @Property
  void memoryDoesNotGrowWithTime(@ForAll boolean reads) {
    History history = history();
    history.setOneDelay();
    long bytes = 0;
    for (int step = 1; step <= 20_000; step++) {
      double nowMs = step * STEP_MS;
      history.spike(step % NEURONS, nowMs);
      if (reads) {
        assertTrue(history.length(step % NEURONS) > 0);
      }
      if (step % 500 == 0) {
        history.forget(nowMs - 20.0, nowMs);
      }
      if (step == 5000) {
        bytes = history.bytes();
      }
    }
    assertEquals(bytes, history.bytes());
  }

  private static History history() {
    return new History(NEURONS, new double[] {34.0}, new double[] {17.0});
  }
}
