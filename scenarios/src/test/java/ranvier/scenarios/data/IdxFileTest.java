package ranvier.scenarios.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  @TempDir
  private Path folder;

  /** Two images of 2 x 3 pixels. */
  private static final byte[] IMAGES = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      11, -1};
  private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 2, 4, 1};

  @Test
  void readsPlainAndCompressedFiles() throws IOException {
    Path plain = Files.write(folder.resolve("train-images-idx3-ubyte"), IMAGES);
    Path packed = folder.resolve("train-labels-idx1-ubyte.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(LABELS);
    }
    assertArrayEquals(new int[] {2, 2, 3}, IdxFile.read(plain).shape());
    LabelledImages images = LabelledImages.readPart(folder, "train");
    assertEquals(2, images.size());
    assertArrayEquals(new int[] {4, 1}, images.labels());
    assertEquals(255, images.pixels()[11]);
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    Path file = folder.resolve("images");
    Files.write(file, Arrays.copyOf(IMAGES, 20));
    assertMessage(file, "cut off: 12 bytes follow the header of shape [2, 2, 3], found 4");
    Files.write(file, Arrays.copyOf(IMAGES, 9));
    assertMessage(file, "cut off");
    Files.write(file, "hello, world".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertMessage(file, "not an IDX file");
    byte[] huge = IMAGES.clone();
    huge[4] = 0x7F;
    Files.write(file, huge);
    assertMessage(file, "dimensions");
    IOException missing = assertThrows(IOException.class, () -> LabelledImages.readPart(folder, "t10k"));
    assertTrue(missing.getMessage().contains("apt-get install dataset-fashion-mnist"), missing.getMessage());
  }

  private static void assertMessage(Path file, String part) {
    IOException refused = assertThrows(IOException.class, () -> IdxFile.read(file));
    assertTrue(refused.getMessage().contains(part) && refused.getMessage().contains(file.toString()),
        refused.getMessage());
  }

  @Test
  void resizingKeepsConstantsAndMeansOfSmoothImages() {
    float[] flat = new float[24 * 24];
    Arrays.fill(flat, 77);
    LabelledImages small = new LabelledImages(24, 24, flat, new int[1]).resized(16, 16);
    for (float p : small.pixels()) {
      assertEquals(77, p);
    }
    float[] ramp = new float[24 * 24];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = 10 * (i % 24);
    }
    LabelledImages slope = new LabelledImages(24, 24, ramp, new int[1]).resized(16, 16);
    // Pixel j of 16 lies at 1.5 j + 0.25 of 24; away from the border the triangle is symmetric about it.
    for (int j = 2; j < 14; j++) {
      assertEquals(10 * (1.5 * j + 0.25), slope.pixels()[j], 0.51);
    }
  }

  @Test
  void croppingTakesTheMiddle() {
    float[] pixels = new float[36];
    for (int i = 0; i < 36; i++) {
      pixels[i] = i;
    }
    assertArrayEquals(new float[] {14, 15, 20, 21}, new LabelledImages(6, 6, pixels, new int[1]).cropped(2).pixels());
  }
}
