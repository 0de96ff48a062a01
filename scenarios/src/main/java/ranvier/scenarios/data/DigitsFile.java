package ranvier.scenarios.data;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The optical digits of the UCI repository (Alpaydin and Kaynak 1998, doi:10.24432/C50P49; the 1797 of its test part)
 * as scikit-learn ships them: gzip-compressed lines of 64 grey values from 0 to {@value #WHITE}, row by row, and the
 * digit, separated by commas.
 */
public final class DigitsFile {
  /** Where the Debian package python3-sklearn puts it. */
  public static final Path INSTALLED =
      Path.of("/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz");
  /** Rows and columns of an image. */
  public static final int SIDE = 8;
  /** Largest grey value. */
  public static final int WHITE = 16;

  private static final int PIXELS = SIDE * SIDE;

  private DigitsFile() {}

  /**
   * Reads the images; grey values become 0 to 255.
   *
   * @throws IOException if the file is missing (the message says how to install it), damaged or of another kind; names
   *     file and line
   */
  public static LabelledImages read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("no " + file + "; to install the digits as " + INSTALLED
          + ": sudo apt-get install --no-install-recommends python3-sklearn");
    }
    List<String> lines;
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1))) {
      lines = in.lines().toList();
    } catch (java.io.UncheckedIOException damaged) {
      throw new IOException(file + ": damaged: " + damaged.getCause().getMessage(), damaged);
    } catch (EOFException | ZipException damaged) {
      throw new IOException(file + ": damaged: " + damaged.getMessage(), damaged);
    }
    float[] pixels = new float[lines.size() * PIXELS];
    int[] labels = new int[lines.size()];
    for (int s = 0; s < labels.length; s++) {
      String where = file + ":" + (s + 1);
      String[] cells = lines.get(s).split(",", -1);
      if (cells.length != PIXELS + 1) {
        throw new IOException(where + ": a digit is " + PIXELS + " grey values and a label, got " + cells.length
            + " cells");
      }
      for (int i = 0; i < PIXELS; i++) {
        pixels[s * PIXELS + i] = whole(where, cells[i], WHITE) * (255f / WHITE);
      }
      labels[s] = whole(where, cells[PIXELS], 9);
    }
    return new LabelledImages(SIDE, SIDE, pixels, labels);
  }

  private static int whole(String where, String cell, int largest) throws IOException {
    if (!cell.matches("\\d{1,2}") || Integer.parseInt(cell) > largest) {
      throw new IOException(where + ": expected a whole number from 0 to " + largest + ", got '"
          + cell.substring(0, Math.min(20, cell.length())) + "'");
    }
    return Integer.parseInt(cell);
  }
}
