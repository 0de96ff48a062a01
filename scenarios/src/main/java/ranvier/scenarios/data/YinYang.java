package ranvier.scenarios.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The Yin-Yang data set (Kriener, Goeltz, Petrovici 2022, doi:10.1145/3517343.3517380): points in a disc of radius 0.5
 * around (0.5, 0.5), classes yin (0), yang (1) and dot (2), about a third each by rejection. Bit for bit the published
 * generator: the published sets are 5000 samples of seed 42 (training), 1000 of 41 (validation), 1000 of 40 (test).
 * Immutable.
 *
 * @param x one per sample, in [0, 1]
 * @param y one per sample, in [0, 1]
 * @param classes one per sample
 */
public record YinYang(double[] x, double[] y, int[] classes) {
  /** Names of the classes. */
  public static final List<String> NAMES = List.of("yin", "yang", "dot");

  private static final double SMALL = 0.1;
  private static final double BIG = 0.5;

  /** Draws samples. */
  public static YinYang generate(int seed, int samples) {
    if (samples < 1) {
      throw new IllegalArgumentException("the number of Yin-Yang samples must be at least 1, got " + samples);
    }
    MersenneTwister random = new MersenneTwister(seed);
    double[] x = new double[samples];
    double[] y = new double[samples];
    int[] classes = new int[samples];
    for (int i = 0; i < samples; i++) {
      classes[i] = random.nextUpTo(2);
      do {
        x[i] = random.nextDouble() * 2 * BIG;
        y[i] = random.nextDouble() * 2 * BIG;
      } while (distance(x[i], y[i], BIG, BIG) > BIG || classOf(x[i], y[i]) != classes[i]);
    }
    return new YinYang(x, y, classes);
  }

  /** Class of a point; points outside the disc get what the formula says. */
  public static int classOf(double x, double y) {
    double right = distance(x, y, 1.5 * BIG, BIG);
    double left = distance(x, y, 0.5 * BIG, BIG);
    if (right < SMALL || left < SMALL) {
      return 2;
    }
    boolean yang = right <= SMALL || (left > SMALL && left <= 0.5 * BIG) || (y > BIG && right > 0.5 * BIG);
    return yang ? 1 : 0;
  }

  /** Whether a point lies in the disc. */
  public static boolean inDisc(double x, double y) {
    return distance(x, y, BIG, BIG) <= BIG;
  }

  // Not Math.hypot: the published points were accepted by this very rounding.
  private static double distance(double x, double y, double cx, double cy) {
    double dx = x - cx;
    double dy = y - cy;
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Number of samples. */
  public int size() {
    return classes.length;
  }

  /**
   * Writes a table with a header: x, y, 1 - x, 1 - y, class; numbers in the shortest form that reads back exactly.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void writeCsv(Path file) {
    StringBuilder text = new StringBuilder("x,y,one_minus_x,one_minus_y,class\n");
    for (int i = 0; i < size(); i++) {
      text.append(x[i]).append(',').append(y[i]).append(',').append(1 - x[i]).append(',').append(1 - y[i]).append(',')
          .append(classes[i]).append('\n');
    }
    try {
      Files.writeString(file, text, StandardCharsets.US_ASCII);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }
}
