package ranvier.report.plot;

import ranvier.scenarios.figure.Figure.Series;

/**
 * The path of a line in a view box of {@value #UNITS} by {@value #UNITS} units, y downwards, as whole numbers. What
 * cannot be shown interrupts the line; a point on its own becomes a line of no length, which round caps make a dot.
 *
 * <p>A long line is thinned without loss to the eye: of the points in a column of the plot the first, the lowest, the
 * highest and the last are kept.
 */
final class Strokes {
  /** Length of either side of the view box. */
  static final int UNITS = 10_000;
  /** More points than this are thinned to at most four in each of this many columns. */
  static final int COLUMNS = 1000;
  private static final int LONG = 4 * COLUMNS;

  private final StringBuilder path = new StringBuilder();
  private int penX;
  private int penY;
  private boolean down;
  private boolean moved;

  private Strokes() {}

  /** A line through the points of a series, straight or in steps that hold a value until the next. */
  static String path(Series series, Scale xScale, Scale yScale) {
    int count = Math.min(series.x().length, series.y().length);
    int[] x = new int[count];
    int[] y = new int[count];
    boolean ascending = true;
    int last = -1;
    for (int i = 0; i < count; i++) {
      double atX = xScale.fraction(series.x()[i]);
      double atY = yScale.fraction(series.y()[i]);
      x[i] = Double.isNaN(atX + atY) ? -1 : units(atX);
      y[i] = Double.isNaN(atX + atY) ? -1 : units(1 - atY);
      if (x[i] >= 0) {
        ascending &= x[i] >= last;
        last = x[i];
      }
    }
    Strokes strokes = new Strokes();
    boolean steps = series.style() == Series.Style.STEPS;
    if (count > LONG && ascending) {
      strokes.thinned(x, y, steps);
    } else {
      for (int i = 0; i < count; i++) {
        strokes.to(x[i], y[i], steps);
      }
    }
    strokes.lift();
    return strokes.path.toString();
  }

  /** A fraction of the side in units. */
  static int units(double fraction) {
    return (int) Math.rint(fraction * UNITS);
  }

  private void thinned(int[] x, int[] y, boolean steps) {
    int width = UNITS / COLUMNS;
    for (int i = 0; i < x.length; ) {
      if (x[i] < 0) {
        to(-1, -1, steps);
        i++;
        continue;
      }
      int end = i;
      int low = i;
      int high = i;
      while (end < x.length && x[end] >= 0 && x[end] / width == x[i] / width) {
        low = y[end] < y[low] ? end : low;
        high = y[end] > y[high] ? end : high;
        end++;
      }
      int[] kept = {i, Math.min(low, high), Math.max(low, high), end - 1};
      for (int k = 0; k < kept.length; k++) {
        if (k == 0 || kept[k] != kept[k - 1]) {
          to(x[kept[k]], y[kept[k]], steps);
        }
      }
      i = end;
    }
  }

  private void to(int x, int y, boolean steps) {
    if (x < 0) {
      lift();
    } else if (!down) {
      path.append('M').append(x).append(' ').append(y);
      down = true;
      penX = x;
      penY = y;
    } else {
      if (steps) {
        draw(x, penY);
        draw(x, y);
      } else {
        draw(x, y);
      }
    }
  }

  private void draw(int x, int y) {
    int dx = x - penX;
    int dy = y - penY;
    if (dx == 0 && dy == 0) {
      return;
    }
    if (!moved) {
      path.append('l').append(dx);
    } else {
      path.append(dx < 0 ? "" : " ").append(dx);
    }
    path.append(dy < 0 ? "" : " ").append(dy);
    moved = true;
    penX = x;
    penY = y;
  }

  private void lift() {
    if (down && !moved) {
      path.append("h0");
    }
    down = false;
    moved = false;
  }
}
