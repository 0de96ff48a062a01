package ranvier.scenarios.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Grey images with labels.
 *
 * @param rows of each image
 * @param columns of each image
 * @param pixels 0..255 (fractions after scaling), [image][row][column]
 * @param labels one per image
 */
public record LabelledImages(int rows, int columns, float[] pixels, int[] labels) {
  /** Names of the Fashion-MNIST classes. */
  public static final List<String> FASHION = List.of("T-shirt", "trouser", "pullover", "dress", "coat", "sandal",
      "shirt", "sneaker", "bag", "ankle boot");
  /** Where the Debian package dataset-fashion-mnist puts its files. */
  public static final Path FASHION_FOLDER = Path.of("/usr/share/datasets/fashion-mnist");

  /**
   * Reads the training ({@code train}) or test ({@code t10k}) part of a folder with files named as MNIST's, compressed
   * or not.
   *
   * @throws IOException if files are missing (the message says how to install them) or wrong
   */
  public static LabelledImages readPart(Path folder, String part) throws IOException {
    return read(find(folder, part + "-images-idx3-ubyte"), find(folder, part + "-labels-idx1-ubyte"));
  }

  private static Path find(Path folder, String name) throws IOException {
    for (String candidate : new String[] {name + ".gz", name}) {
      Path file = folder.resolve(candidate);
      if (Files.isReadable(file)) {
        return file;
      }
    }
    throw new IOException("no " + name + " or " + name + ".gz in " + folder + "; to install Fashion-MNIST into "
        + FASHION_FOLDER + ": sudo apt-get install dataset-fashion-mnist; for other IDX files give their folder");
  }

  /**
   * Reads a pair of IDX files.
   *
   * @throws IOException if they cannot be read or do not belong together
   */
  public static LabelledImages read(Path images, Path labels) throws IOException {
    IdxFile pictures = IdxFile.read(images);
    checkShape(images, pictures);
    IdxFile classes = IdxFile.read(labels);
    if (classes.shape().length != 1 || pictures.shape()[0] != classes.shape()[0]) {
      throw new IOException(images + " and " + labels + " do not belong together: expected N x rows x columns and N,"
          + " got " + java.util.Arrays.toString(pictures.shape()) + " and "
          + java.util.Arrays.toString(classes.shape()));
    }
    int[] numbers = new int[classes.bytes().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = classes.bytes()[i] & 0xFF;
    }
    return new LabelledImages(pictures.shape()[1], pictures.shape()[2], grey(pictures), numbers);
  }

  /**
   * Reads an IDX file of images; all labels are 0.
   *
   * @throws IOException if it cannot be read or does not hold images
   */
  public static LabelledImages unlabelled(Path images) throws IOException {
    IdxFile pictures = IdxFile.read(images);
    checkShape(images, pictures);
    return new LabelledImages(pictures.shape()[1], pictures.shape()[2], grey(pictures), new int[pictures.shape()[0]]);
  }

  private static void checkShape(Path file, IdxFile pictures) throws IOException {
    int[] shape = pictures.shape();
    if (shape.length != 3 || shape[1] == 0 || shape[2] == 0) {
      throw new IOException(file + ": images have the shape N x rows x columns, got "
          + java.util.Arrays.toString(shape));
    }
  }

  private static float[] grey(IdxFile pictures) {
    float[] pixels = new float[pictures.bytes().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pictures.bytes()[i] & 0xFF;
    }
    return pixels;
  }

  /** Number of images. */
  public int size() {
    return labels.length;
  }

  /**
   * Cuts the same margin off all four sides.
   *
   * @throws IllegalArgumentException if nothing is left
   */
  public LabelledImages cropped(int margin) {
    int r = rows - 2 * margin;
    int c = columns - 2 * margin;
    if (r < 1 || c < 1) {
      throw new IllegalArgumentException("images of " + rows + " x " + columns + " pixels are too small to cut "
          + margin + " off every side");
    }
    float[] out = new float[size() * r * c];
    for (int s = 0; s < size(); s++) {
      for (int i = 0; i < r; i++) {
        System.arraycopy(pixels, (s * rows + i + margin) * columns + margin, out, (s * r + i) * c, c);
      }
    }
    return new LabelledImages(r, c, out, labels);
  }

  /**
   * Resizes with the triangle filter whose support grows with the scale, rows and columns apart, each pass rounded to
   * whole grey values as image libraries do ("bilinear resize").
   */
  public LabelledImages resized(int newRows, int newColumns) {
    float[][] across = weights(columns, newColumns);
    float[][] down = weights(rows, newRows);
    float[] out = new float[size() * newRows * newColumns];
    float[] narrow = new float[rows * newColumns];
    for (int s = 0; s < size(); s++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < newColumns; j++) {
          float sum = 0;
          for (int k = 0; k < columns; k++) {
            sum += across[j][k] * pixels[(s * rows + i) * columns + k];
          }
          narrow[i * newColumns + j] = Math.round(sum);
        }
      }
      for (int i = 0; i < newRows; i++) {
        for (int j = 0; j < newColumns; j++) {
          float sum = 0;
          for (int k = 0; k < rows; k++) {
            sum += down[i][k] * narrow[k * newColumns + j];
          }
          out[(s * newRows + i) * newColumns + j] = Math.round(sum);
        }
      }
    }
    return new LabelledImages(newRows, newColumns, out, labels);
  }

  private static float[][] weights(int from, int to) {
    double scale = (double) from / to;
    double support = Math.max(scale, 1);
    float[][] all = new float[to][from];
    for (int j = 0; j < to; j++) {
      double centre = (j + 0.5) * scale;
      double sum = 0;
      double[] raw = new double[from];
      for (int k = 0; k < from; k++) {
        raw[k] = Math.max(0, 1 - Math.abs((k + 0.5 - centre) / support));
        sum += raw[k];
      }
      for (int k = 0; k < from; k++) {
        all[j][k] = (float) (raw[k] / sum);
      }
    }
    return all;
  }

  /** A run of images. */
  public LabelledImages slice(int from, int to) {
    int n = rows * columns;
    return new LabelledImages(rows, columns, java.util.Arrays.copyOfRange(pixels, from * n, to * n),
        java.util.Arrays.copyOfRange(labels, from, to));
  }

  /** One more than the largest label. */
  public int classes() {
    int largest = 0;
    for (int label : labels) {
      largest = Math.max(largest, label);
    }
    return largest + 1;
  }

  /** Labels by count, for checking balance. */
  public List<Integer> counts() {
    int[] counts = new int[classes()];
    for (int label : labels) {
      counts[label]++;
    }
    List<Integer> list = new ArrayList<>();
    for (int count : counts) {
      list.add(count);
    }
    return list;
  }
}
