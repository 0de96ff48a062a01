package ranvier.bench;

import java.util.SplittableRandom;

/**
 * What the machine can do right now, to read the figures by: they depend on the caches more than on the processor, and
 * on a shared machine other programs use them, too.
 *
 * @param nearNanos time to the next of 32 KiB of cache lines in random order, in ns
 * @param middleNanos the same of 512 KiB
 * @param farNanos the same of 64 MiB
 * @param gigabytesPerSecond of reading 256 MiB in order
 */
public record MachineSpeed(double nearNanos, double middleNanos, double farNanos, double gigabytesPerSecond) {
  private static final int LINE = 16;
  private static final int STEPS = 2_000_000;

  /** Measures for about a second. */
  public static MachineSpeed measure() {
    double near = chase(32 << 10);
    double middle = chase(512 << 10);
    double far = chase(64 << 20);
    return new MachineSpeed(near, middle, far, stream());
  }

  private static double chase(int bytes) {
    int lines = bytes / (4 * LINE);
    int[] order = new int[lines];
    for (int k = 0; k < lines; k++) {
      order[k] = k;
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int k = lines - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int kept = order[k];
      order[k] = order[other];
      order[other] = kept;
    }
    int[] next = new int[lines * LINE];
    for (int k = 0; k < lines; k++) {
      next[order[k] * LINE] = order[(k + 1) % lines] * LINE;
    }
    double best = Double.POSITIVE_INFINITY;
    int at = 0;
    for (int round = 0; round < 4; round++) {
      long begin = System.nanoTime();
      for (int k = 0; k < STEPS / 4; k++) {
        at = next[at];
      }
      best = Math.min(best, (System.nanoTime() - begin) * 4.0 / STEPS);
    }
    return at < 0 ? Double.NaN : best;
  }

  private static double stream() {
    int[] words = new int[64 << 20];
    double best = Double.POSITIVE_INFINITY;
    int sum = 0;
    for (int round = 0; round < 4; round++) {
      long begin = System.nanoTime();
      for (int word : words) {
        sum += word;
      }
      best = Math.min(best, System.nanoTime() - begin);
    }
    return sum != 0 ? Double.NaN : 4.0 * words.length / best;
  }
}
