package ranvier.scenarios.ttfs;

import ranvier.neurons.ttfs.learning.Samples;
import ranvier.scenarios.data.LabelledImages;
import ranvier.scenarios.data.YinYang;

/** How values become spike times: t = 0.15 + v 1.85 for v in [0, 1], in tau_s. */
public final class SpikeCoding {
  /** Time of the value 0. */
  public static final double EARLY = 0.15;
  /** Time of the value 1. */
  public static final double LATE = 2.0;
  /** Side of the small images. */
  public static final int SMALL_SIDE = 16;

  private SpikeCoding() {}

  /** Spike time of a value in [0, 1]. */
  public static float time(double value) {
    return (float) (EARLY + value * (LATE - EARLY));
  }

  /** Four inputs: x, y, 1 - x, 1 - y. */
  public static Samples of(String name, YinYang set) {
    float[] times = new float[4 * set.size()];
    for (int s = 0; s < set.size(); s++) {
      point(set.x()[s], set.y()[s], times, 4 * s);
    }
    return new Samples(name, 4, 3, times, set.classes());
  }

  /** The four inputs of one point. */
  public static void point(double x, double y, float[] times, int offset) {
    times[offset] = time(x);
    times[offset + 1] = time(y);
    times[offset + 2] = time(1 - x);
    times[offset + 3] = time(1 - y);
  }

  /** One input per pixel; bright is early, black spikes last (value 1 - p / 256). */
  public static Samples pixels(String name, LabelledImages images, int classes) {
    float[] times = new float[images.pixels().length];
    for (int i = 0; i < times.length; i++) {
      times[i] = time(1 - images.pixels()[i] / 256.0);
    }
    return new Samples(name, images.rows() * images.columns(), classes, times, images.labels());
  }

  /** A 16 x 16 image, coded as {@link #brightPixels}: two pixels are cut off every side, the rest is resized. */
  public static Samples smallPixels(String name, LabelledImages images, int classes) {
    return brightPixels(name, small(images), classes);
  }

  /** One input per pixel; bright is early (value 1 - p / 255), black does not spike. */
  public static Samples brightPixels(String name, LabelledImages images, int classes) {
    float[] times = new float[images.pixels().length];
    for (int i = 0; i < times.length; i++) {
      float p = images.pixels()[i];
      times[i] = p == 0 ? Float.POSITIVE_INFINITY : time(1 - p / 255.0);
    }
    return new Samples(name, images.rows() * images.columns(), classes, times, images.labels());
  }

  private static LabelledImages small(LabelledImages images) {
    boolean isSmall = images.rows() == SMALL_SIDE && images.columns() == SMALL_SIDE;
    return isSmall ? images : images.cropped(2).resized(SMALL_SIDE, SMALL_SIDE);
  }
}
