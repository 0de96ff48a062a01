package ranvier.engine.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import ranvier.engine.math.VectorGate;

/** Walked neurons get their arrivals, in the order of the log, in vector and in plain code. */
class RiskySearchProperties {
  private static final double BIN_MS = 0.25;
  private static final double UNIT_MS = 0x1.0p-13;
  private static final byte[] STATUSES = {1, 2, 4};

  @Property(tries = 200)
  void findsWhatComesToWalkedNeurons(@ForAll @IntRange(min = 1, max = 40_000) int neurons,
      @ForAll @IntRange(min = 0, max = 300) int marked, @ForAll @IntRange(min = 0, max = 40) int segments,
      @ForAll boolean copies, @ForAll boolean vectors, @ForAll boolean surprising, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] status = new byte[neurons];
    for (int k = 0; k < marked; k++) {
      status[random.nextInt(neurons)] = STATUSES[random.nextInt(STATUSES.length)];
    }
    byte which = (byte) (surprising ? 4 : 1);
    Walks walks = new Walks(neurons);
    for (int i = 0; i < neurons; i++) {
      if (status[i] == 1 || status[i] == 4) {
        walks.add(i, -1.0);
      }
    }
    int[] codes = new int[9_000 + VectorPairSums.PADDING];
    float[] weights = new float[codes.length];
    Arrays.setAll(codes, k -> random.nextInt(2048) << 16 | random.nextInt(neurons));
    for (int k = 0; k < weights.length; k++) {
      weights[k] = random.nextFloat();
    }
    CompactLog log = copies ? new CompactLog(BIN_MS, UNIT_MS, new LogChunks(16))
        : new CompactLog(BIN_MS, UNIT_MS, codes, weights);
    List<List<Double>> expected = new ArrayList<>();
    for (int i = 0; i < neurons; i++) {
      expected.add(new ArrayList<>());
    }
    for (int s = 0; s < segments; s++) {
      int from = random.nextInt(9_000);
      int to = Math.min(9_000, from + 1 + random.nextInt(700));
      double base = -random.nextDouble() * BIN_MS;
      log.append(codes, weights, from, to, base);
      for (int k = from; k < to; k++) {
        expected.get(codes[k] & 0xFFFF).add(base + (codes[k] >>> 16) * UNIT_MS);
        expected.get(codes[k] & 0xFFFF).add((double) weights[k]);
      }
    }
    RiskySearch search = new RiskySearch(vectors ? VectorGate.opened() : VectorGate.closed());
    search.lookFor(walks, status, which);
    search.collect(log, status, which, walks, 1);
    for (int k = 0; k < walks.count(); k++) {
      WalkedNeuron w = walks.get(k);
      List<Double> own = status[w.neuron] == which ? expected.get(w.neuron) : List.of();
      assertEquals(own.size(), 2 * w.arrivals);
      double[] found = new double[own.size()];
      for (int a = 0; a < w.arrivals; a++) {
        found[2 * a] = w.offsets[a];
        found[2 * a + 1] = w.weights[a];
        assertEquals(1, w.channels[a]);
      }
      assertArrayEquals(own.stream().mapToDouble(Double::doubleValue).toArray(), found, 0.0);
    }
  }
}
