package ranvier.neurons.ttfs.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

class AugmentationTest {
  private static final float BACKGROUND = 9;
  /** Three rows of four pixels, all different. */
  private static final Samples IMAGE = new Samples("image", 12, 1,
      new float[] {1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24}, new int[] {0});

  private static float[] presented(Augmentation augmentation, int pass) {
    float[] out = new float[12];
    augmentation.present(IMAGE, 0, pass, new Philox(1, Purpose.NOISE), out);
    return out;
  }

  /** The image moved by the definition: pixel (r, c) shows what was at (r - down, c - right), mirrored before. */
  private static float[] moved(int down, int right, boolean mirrored) {
    float[] out = new float[12];
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 4; c++) {
        int row = r - down;
        int column = c - right;
        boolean inside = row >= 0 && row < 3 && column >= 0 && column < 4;
        out[4 * r + c] = inside ? IMAGE.times()[4 * row + (mirrored ? 3 - column : column)] : BACKGROUND;
      }
    }
    return out;
  }

  @Test
  void everyShiftAndMirrorImageOccursAboutEquallyOften() {
    Map<List<Float>, Integer> counts = new HashMap<>();
    Augmentation augmentation = Augmentation.NONE.images(4, 1, true, BACKGROUND);
    int passes = 3600;
    for (int pass = 0; pass < passes; pass++) {
      counts.merge(boxed(presented(augmentation, pass)), 1, Integer::sum);
    }
    List<List<Float>> expected = new ArrayList<>();
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        expected.add(boxed(moved(down, right, false)));
        expected.add(boxed(moved(down, right, true)));
      }
    }
    assertEquals(18, counts.size());
    for (List<Float> version : expected) {
      // Binomial with mean 200 and standard deviation 13.7: six of them.
      assertEquals(passes / 18.0, counts.getOrDefault(version, 0), 83);
    }
  }

  private static List<Float> boxed(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float v : values) {
      list.add(v);
    }
    return list;
  }

  @Test
  void anImageThatIsShiftedOutLeavesTheBackground() {
    Augmentation far = Augmentation.NONE.images(4, 1000, false, BACKGROUND);
    float[] nothing = new float[12];
    Arrays.fill(nothing, BACKGROUND);
    assertArrayEquals(nothing, presented(far, 1));
  }

  @Test
  void noiseIsAFunctionOfThePassAndChangesNothingElse() {
    Augmentation noisy = Augmentation.noise(0.1);
    assertArrayEquals(presented(noisy, 3), presented(noisy, 3));
    assertTrue(!Arrays.equals(presented(noisy, 3), presented(noisy, 4)));
    assertArrayEquals(IMAGE.times(), presented(noisy, 3), 0.6f);
    assertArrayEquals(IMAGE.times(), presented(Augmentation.NONE, 3));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Augmentation.noise(-1));
    assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 0, 1, false, 0));
    assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 0, 0, true, 0));
    assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 4, 0, true, Float.NaN));
  }
}
