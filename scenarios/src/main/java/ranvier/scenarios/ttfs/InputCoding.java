package ranvier.scenarios.ttfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import ranvier.neurons.ttfs.learning.Samples;
import ranvier.scenarios.data.DigitsFile;
import ranvier.scenarios.data.LabelledImages;

/** How the numbers of one sample become spike times; a saved network names its own. */
enum InputCoding {
  /** x and y in [0, 1]. */
  YINYANG,
  /** Grey values 0..255 of a square image, bright early. */
  PIXELS,
  /** The same, resized to 16 x 16, black silent. */
  SMALL_PIXELS,
  /** Grey values 0..16 of an 8 x 8 image, bright early, black silent. */
  DIGITS,
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
    return this == PIXELS || this == SMALL_PIXELS || this == DIGITS;
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
      case DIGITS -> digit(values);
      case TIMES -> given(values);
    };
  }

  /**
   * Test images that can be asked for by number.
   *
   * @param data folder or file that they are in; null: where their package puts them
   */
  LabelledImages testImages(Path data) throws IOException {
    if (this == DIGITS) {
      LabelledImages all = DigitsFile.read(data == null ? DigitsFile.INSTALLED : data);
      return all.slice(all.size() / 2, all.size());
    }
    return LabelledImages.readPart(data == null ? LabelledImages.FASHION_FOLDER : data, "t10k");
  }

  /** Spike times of the images, one after the other. */
  float[] times(LabelledImages images) {
    int classes = images.classes();
    Samples coded = switch (this) {
      case PIXELS -> SpikeCoding.pixels("images", images, classes);
      case SMALL_PIXELS -> SpikeCoding.smallPixels("images", images, classes);
      case DIGITS -> SpikeCoding.brightPixels("images", images, classes);
      default -> throw new IllegalStateException(noted() + " is no coding of images");
    };
    return coded.times();
  }

  private static float[] point(double[] values) {
    if (values.length != 2 || !(values[0] >= 0 && values[0] <= 1 && values[1] >= 0 && values[1] <= 1)) {
      throw new IllegalArgumentException("a Yin-Yang input is x,y with both in [0, 1]"
          + (values.length == 2 ? ", got " + values[0] + "," + values[1] : "; got " + values.length
              + (values.length == 1 ? " number" : " numbers")));
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
    return times(new LabelledImages(side, side, grey(values, 255), new int[1]));
  }

  private float[] digit(double[] values) {
    if (values.length != DigitsFile.SIDE * DigitsFile.SIDE) {
      throw new IllegalArgumentException("a digit is " + DigitsFile.SIDE + " x " + DigitsFile.SIDE
          + " grey values, got " + values.length);
    }
    return times(new LabelledImages(DigitsFile.SIDE, DigitsFile.SIDE, grey(values, DigitsFile.WHITE), new int[1]));
  }

  private static float[] grey(double[] values, int white) {
    float[] grey = new float[values.length];
    for (int i = 0; i < grey.length; i++) {
      if (!(values[i] >= 0 && values[i] <= white)) {
        throw new IllegalArgumentException("grey values are 0 to " + white + ", number " + (i + 1) + " is "
            + values[i]);
      }
      grey[i] = (float) (values[i] * (255.0 / white));
    }
    return grey;
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
