package ranvier.neurons.ttfs.learning;

import java.util.Arrays;
import ranvier.engine.random.Philox;

/**
 * How samples are varied while a network trains: every presentation shows another version of each. A function of seed,
 * sample and pass. Immutable.
 *
 * @param noise standard deviation of the noise on input times, tau_s; times are mirrored at 0
 * @param columns of images, whose rows follow each other; 0: samples are no images
 * @param shift largest shift of an image along each axis, in pixels
 * @param flips whether half of the images are mirrored left to right
 * @param background spike time of what a shift uncovers, tau_s; infinite: silent
 */
public record Augmentation(double noise, int columns, int shift, boolean flips, float background) {
  /** Shows samples as they are. */
  public static final Augmentation NONE = noise(0);

  /** Checks the values. */
  public Augmentation {
    if (!(noise >= 0) || columns < 0 || shift < 0 || !(background >= 0)) {
      throw new IllegalArgumentException("noise, columns, shift and background must not be negative, got noise " + noise
          + ", columns " + columns + ", shift " + shift + ", background " + background);
    }
    if (columns == 0 && (shift > 0 || flips)) {
      throw new IllegalArgumentException("shifts and flips need the number of columns of the images");
    }
  }

  /** Noise on input times only. */
  public static Augmentation noise(double std) {
    return new Augmentation(std, 0, 0, false, Float.POSITIVE_INFINITY);
  }

  /** The same for images that are shifted and mirrored too. */
  public Augmentation images(int ofColumns, int upTo, boolean mirrored, float uncovered) {
    return new Augmentation(noise, ofColumns, upTo, mirrored, uncovered);
  }

  /** Copies a version of one sample to the front of an array. */
  void present(Samples samples, int sample, int pass, Philox random, float[] out) {
    int n = samples.inputs();
    long entity = ((long) pass << 32) | sample;
    if (shift > 0 || flips) {
      move(samples.times(), sample * n, n, random.bits(entity, -1), out);
    } else {
      System.arraycopy(samples.times(), sample * n, out, 0, n);
    }
    if (noise > 0) {
      GaussianTable.jitter(random, entity, (float) noise, out, n);
    }
  }

  private void move(float[] times, int offset, int n, long bits, float[] out) {
    boolean mirrored = flips && (bits & 1) != 0;
    int down = step(bits >>> 16);
    int right = step(bits >>> 32);
    int rows = n / columns;
    int from = Math.max(0, right);
    int to = columns + Math.min(0, right);
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      int source = row - down;
      if (source < 0 || source >= rows || from >= to) {
        Arrays.fill(out, at, at + columns, background);
        continue;
      }
      Arrays.fill(out, at, at + from, background);
      Arrays.fill(out, at + to, at + columns, background);
      int start = offset + source * columns;
      for (int column = from; column < to; column++) {
        int seen = column - right;
        out[at + column] = times[start + (mirrored ? columns - 1 - seen : seen)];
      }
    }
  }

  private int step(long bits) {
    return (int) ((bits & 0xFFFF) * (2 * shift + 1) >>> 16) - shift;
  }
}
