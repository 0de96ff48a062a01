package ranvier.report.plot;

import java.util.Arrays;

/**
 * Many dots in few bytes: places are rounded to a grid, dots in the same place are one, neighbours in a row are one
 * short stroke, and a whole set of dots is one path. The grid starts finer than a screen and is doubled until what is
 * left keeps within a budget, so that the size is bounded whatever the data.
 */
final class Dots {
  /** Spacing of the finest grid in units of the view box: less than half a pixel on a screen. */
  private static final int FINEST = 4;
  private static final int TO_Y = 32;

  private final long[] cells;
  private final int quantum;

  private Dots(long[] cells, int quantum) {
    this.cells = cells;
    this.quantum = quantum;
  }

  /**
   * Places dots.
   *
   * @param x in units of the view box, one per dot; a negative one leaves the dot out
   * @param y the same
   * @param rows whether the places along y are rows, which are kept apart
   * @param budget largest number of strokes
   */
  static Dots place(int[] x, int[] y, boolean rows, int budget) {
    for (int quantum = FINEST; ; quantum *= 2) {
      long[] cells = new long[x.length];
      int count = 0;
      for (int i = 0; i < x.length; i++) {
        if (x[i] >= 0 && y[i] >= 0) {
          int row = rows ? y[i] : y[i] - y[i] % quantum;
          cells[count++] = ((long) row << TO_Y) | (x[i] - x[i] % quantum);
        }
      }
      Dots dots = new Dots(sortedDistinct(cells, count), quantum);
      if (dots.strokes() <= budget || quantum >= Strokes.UNITS) {
        return dots;
      }
    }
  }

  /** Width within which dots of a row became one, as a part of the plot; 0 if that is too fine to be seen. */
  double merged() {
    return quantum == FINEST ? 0 : (double) quantum / Strokes.UNITS;
  }

  /** The path of the dots with fromY &lt;= y &lt; toY. */
  String path(int fromY, int toY) {
    int from = firstAtOrAbove(fromY);
    int to = firstAtOrAbove(toY);
    StringBuilder path = new StringBuilder(8 * (to - from));
    int penX = 0;
    int penY = 0;
    for (int i = from; i < to; ) {
      int end = i + 1;
      while (end < to && cells[end] - cells[end - 1] == quantum) {
        end++;
      }
      int x = (int) cells[i];
      int y = (int) (cells[i] >> TO_Y);
      int length = (end - 1 - i) * quantum;
      if (i == from) {
        path.append('M').append(x).append(' ').append(y);
      } else {
        path.append('m').append(x - penX).append(y < penY ? "" : " ").append(y - penY);
      }
      path.append('h').append(length);
      penX = x + length;
      penY = y;
      i = end;
    }
    return path.toString();
  }

  private int strokes() {
    int strokes = cells.length > 0 ? 1 : 0;
    for (int i = 1; i < cells.length; i++) {
      strokes += cells[i] - cells[i - 1] == quantum ? 0 : 1;
    }
    return strokes;
  }

  private int firstAtOrAbove(int y) {
    int at = Arrays.binarySearch(cells, (long) y << TO_Y);
    return at < 0 ? -at - 1 : at;
  }

  private static long[] sortedDistinct(long[] cells, int count) {
    Arrays.sort(cells, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || cells[i] != cells[i - 1]) {
        cells[kept++] = cells[i];
      }
    }
    return Arrays.copyOf(cells, kept);
  }
}
