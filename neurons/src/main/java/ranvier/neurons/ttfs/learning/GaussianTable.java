package ranvier.neurons.ttfs.learning;

import ranvier.engine.network.NormalQuantile;
import ranvier.engine.random.Philox;

/**
 * Normal noise from 16 random bits per draw: the quantiles at the middles of 65,536 equal slices of probability. One
 * call of the generator serves eight draws. Immutable.
 */
final class GaussianTable {
  private static final int SIZE = 1 << 16;
  private static final float[] QUANTILES = quantiles();

  private GaussianTable() {}

  private static float[] quantiles() {
    float[] q = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      q[i] = (float) NormalQuantile.at((i + 0.5) / SIZE);
    }
    return q;
  }

  /** Adds sigma times a draw to the first n values and mirrors at 0; a function of the generator's key and entity. */
  static void jitter(Philox random, long entity, float sigma, float[] times, int n) {
    for (int i = 0; i < n; i += 8) {
      random.at((int) entity, (int) (entity >>> 32), i, 0);
      for (int j = 0; j < 8 && i + j < n; j++) {
        int bits = (random.word(j >> 1) >>> ((j & 1) * 16)) & (SIZE - 1);
        times[i + j] = Math.abs(times[i + j] + sigma * QUANTILES[bits]);
      }
    }
  }
}
