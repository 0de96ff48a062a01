package ranvier.scenarios.ttfs;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ranvier.scenarios.data.DigitsFile;
import ranvier.scenarios.data.IdxFile;
import ranvier.scenarios.data.LabelledImages;

/**
 * Reads what a network is asked. An argument is the numbers of one sample ({@code 0.3,0.8}), the number of a test image
 * or a range of them ({@code 17}, {@code 0-99}), or a file: IDX images (labels are taken from the file beside it that
 * is named as MNIST's), the 8 x 8 digits, or a table of comma-separated numbers with one sample per line. A table may
 * begin with a header; a column named {@code class} or {@code label} is the right answer, and Yin-Yang tables are read
 * by their columns {@code x} and {@code y}. With {@code times:} before it, an argument's numbers are spike times.
 */
final class Questions {
  private static final String TIMES = "times:";
  private static final int MOST_PROBLEMS = 10;

  private final InputCoding coding;
  private final int inputs;
  private final Path data;
  private final List<Question> found = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param inputs how many spike times the network takes
   * @param data where image numbers are looked up; null: where the images' package puts them
   */
  Questions(InputCoding coding, int inputs, Path data) {
    this.coding = coding;
    this.inputs = inputs;
    this.data = data;
  }

  /** All that was read, in the order of arguments and lines. */
  List<Question> found() {
    return List.copyOf(found);
  }

  /**
   * Reads one argument.
   *
   * @throws IllegalArgumentException if it does not fit the network, naming it, the rule, and in a table the lines
   */
  void read(String argument) {
    boolean isTimes = argument.startsWith(TIMES);
    String text = isTimes ? argument.substring(TIMES.length()) : argument;
    InputCoding as = isTimes ? InputCoding.TIMES : coding;
    Path file = file(text);
    try {
      if (file != null && IdxFile.isIdx(file)) {
        images(file);
      } else if (file != null) {
        table(file, as);
      } else if (as.isOfImages() && text.matches("\\d+(-\\d+)?")) {
        numbered(text);
      } else {
        add(abridged(argument), as.times(numbers(text)), -1);
      }
    } catch (IOException failed) {
      throw new IllegalArgumentException(failed instanceof CharacterCodingException
          ? text + ": neither an IDX file nor text" : failed.getMessage(), failed);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("--input " + abridged(argument) + ": there is no such file, and "
          + wrong.getMessage(), wrong);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException((file == null ? "--input " + abridged(argument) + ": " : "")
          + wrong.getMessage(), wrong);
    }
  }

  private static Path file(String text) {
    try {
      Path path = Path.of(text);
      return Files.isRegularFile(path) ? path : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private void add(String name, float[] times, int label) {
    if (times.length != inputs) {
      throw new IllegalArgumentException("makes " + times.length + " spike times, the network takes " + inputs);
    }
    found.add(new Question(name, times, label));
  }

  private void numbered(String text) throws IOException {
    String[] ends = text.split("-", -1);
    LabelledImages all = coding.testImages(data);
    long from = Long.parseLong(ends[0]);
    long to = Long.parseLong(ends[ends.length - 1]);
    if (from > to || to >= all.size()) {
      throw new IllegalArgumentException("test images are numbered 0 to " + (all.size() - 1));
    }
    pictures("image ", all.slice((int) from, (int) to + 1), (int) from, true);
  }

  private void images(Path file) throws IOException {
    if (!coding.isOfImages()) {
      throw new IllegalArgumentException(file + ": holds images, the network's inputs are " + coding.noted());
    }
    String name = String.valueOf(file.getFileName());
    if (coding == InputCoding.DIGITS) {
      pictures(name + " ", DigitsFile.read(file), 0, true);
      return;
    }
    Path labels = file.resolveSibling(name.replace("images-idx3", "labels-idx1"));
    boolean isLabelled = !labels.equals(file) && Files.isRegularFile(labels);
    pictures(name + " ", isLabelled ? LabelledImages.read(file, labels) : LabelledImages.unlabelled(file), 0,
        isLabelled);
  }

  private void pictures(String prefix, LabelledImages images, int first, boolean isLabelled) {
    if (images.size() == 0) {
      throw new IllegalArgumentException(prefix.strip() + ": holds no images");
    }
    float[] times = coding.times(images);
    int each = times.length / images.size();
    for (int s = 0; s < images.size(); s++) {
      add(prefix + (first + s), Arrays.copyOfRange(times, s * each, (s + 1) * each),
          isLabelled ? images.labels()[s] : -1);
    }
  }

  private void table(Path file, InputCoding as) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size()) {
      throw new IllegalArgumentException(file + ": is empty");
    }
    List<String> header = cells(lines.get(first));
    boolean hasHeader = header.stream().anyMatch(cell -> !isNumber(cell));
    int[] columns = IntStream.range(0, header.size()).toArray();
    int label = -1;
    if (hasHeader) {
      List<String> names = header.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
      label = Math.max(names.indexOf("class"), names.indexOf("label"));
      int skipped = label;
      columns = as == InputCoding.YINYANG && names.contains("x") && names.contains("y")
          ? new int[] {names.indexOf("x"), names.indexOf("y")}
          : Arrays.stream(columns).filter(c -> c != skipped).toArray();
      first++;
    }
    List<String> problems = new ArrayList<>();
    for (int k = first; k < lines.size() && problems.size() < MOST_PROBLEMS; k++) {
      if (!lines.get(k).isBlank()) {
        row(file + ":" + (k + 1), cells(lines.get(k)), header.size(), columns, label, as, problems);
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  private void row(String where, List<String> cells, int expected, int[] columns, int label, InputCoding as,
      List<String> problems) {
    try {
      if (cells.size() != expected) {
        throw new IllegalArgumentException(cells.size() + " cells, the first line has " + expected);
      }
      double[] values = Arrays.stream(columns).mapToDouble(c -> number(cells.get(c), c)).toArray();
      add(where, as.times(values), label < 0 ? -1 : classOf(cells.get(label)));
    } catch (IllegalArgumentException wrong) {
      problems.add(where + ": " + wrong.getMessage());
    }
  }

  private static int classOf(String cell) {
    if (!cell.matches("\\d{1,6}")) {
      throw new IllegalArgumentException("a class is a whole number from 0 on, got '" + abridged(cell) + "'");
    }
    return Integer.parseInt(cell);
  }

  private static double[] numbers(String text) {
    List<String> cells = cells(text);
    return IntStream.range(0, cells.size()).mapToDouble(c -> number(cells.get(c), c)).toArray();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static double number(String cell, int column) {
    if (!isNumber(cell)) {
      throw new NumberFormatException("number " + (column + 1) + " is '" + abridged(cell) + "'");
    }
    return cell.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(cell);
  }

  private static boolean isNumber(String cell) {
    try {
      return cell.equals("inf") || !Double.isNaN(Double.parseDouble(cell));
    } catch (NumberFormatException word) {
      return false;
    }
  }

  private static String abridged(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
