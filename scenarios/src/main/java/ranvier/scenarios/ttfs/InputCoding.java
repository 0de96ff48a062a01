package ranvier.scenarios.ttfs;

import java.util.Locale;
import ranvier.scenarios.data.LabelledImages;

/** How the numbers of one sample become spike times; a saved network names its own. */
enum InputCoding {
  /** x and y in [0, 1]. */
  YINYANG,
  /** Grey values 0..255 of a square image, bright early. */
  PIXELS,
  /** The same, resized to 16 x 16, black silent. */
  SMALL_PIXELS,
  /** The numbers are spike times in tau_s; {@code inf}: no spike. */
  TIMES;

  /** As written in a network's notes. */
  String noted() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The coding that a saved network notes; {@link #TIMES} if it notes none.
   *
   * @throws IllegalArgumentException if it notes one that is not known
   */
  static InputCoding of(String noted) {
    if (noted == null) {
      return TIMES;
    }
    for (InputCoding coding : values()) {
      if (coding.noted().equals(noted)) {
        return coding;
      }
    }
    throw new IllegalArgumentException("the network's inputs are coded as " + noted + ", which this version does not"
        + " know; give spike times as times:t1,t2,...");
  }

  boolean isOfImages() {
    return this == PIXELS || this == SMALL_PIXELS;
  }

  /**
   * Spike times of one sample.
   *
   * @throws IllegalArgumentException if the numbers do not fit the coding, with what it needs
   */
  float[] times(double[] values) {
    return switch (this) {
      case YINYANG -> point(values);
      case PIXELS, SMALL_PIXELS -> image(values);
      case TIMES -> given(values);
    };
  }

  /** Spike times of the images, one after the other. */
  float[] times(LabelledImages images) {
    int classes = images.classes();
    return (this == PIXELS ? SpikeCoding.pixels("images", images, classes)
        : SpikeCoding.smallPixels("images", images, classes)).times();
  }

  private static float[] point(double[] values) {
    if (values.length != 2 || !(values[0] >= 0 && values[0] <= 1 && values[1] >= 0 && values[1] <= 1)) {
      throw new IllegalArgumentException("a Yin-Yang input is x,y with both in [0, 1]"
          + (values.length == 2 ? ", got " + values[0] + "," + values[1] : "; got " + values.length + " numbers"));
    }
    float[] times = new float[4];
    SpikeCoding.point(values[0], values[1], times, 0);
    return times;
  }

  private float[] image(double[] values) {
    int side = (int) Math.round(Math.sqrt(values.length));
    if (side * side != values.length || side < SpikeCoding.SMALL_SIDE) {
      throw new IllegalArgumentException("the grey values of an image must form a square of at least "
          + SpikeCoding.SMALL_SIDE + " x " + SpikeCoding.SMALL_SIDE + ", got " + values.length);
    }
    float[] grey = new float[values.length];
    for (int i = 0; i < grey.length; i++) {
      if (!(values[i] >= 0 && values[i] <= 255)) {
        throw new IllegalArgumentException("grey values are 0 to 255, number " + (i + 1) + " is " + values[i]);
      }
      grey[i] = (float) values[i];
    }
    return times(new LabelledImages(side, side, grey, new int[1]));
  }

  private static float[] given(double[] values) {
    float[] times = new float[values.length];
    for (int i = 0; i < times.length; i++) {
      if (!(values[i] >= 0)) {
        throw new IllegalArgumentException("spike times must not be negative, number " + (i + 1) + " is " + values[i]);
      }
      times[i] = (float) values[i];
    }
    return times;
  }
}
