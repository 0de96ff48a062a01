package ranvier.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text with aligned columns, two blanks apart; numbers to the right, words to the left. Not thread-safe. */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();
  private final boolean[] right;

  /**
   * A table with as many columns as there are letters in {@code alignment}: {@code l} left, {@code r} right.
   */
  public TextTable(String alignment) {
    right = new boolean[alignment.length()];
    for (int c = 0; c < right.length; c++) {
      right[c] = alignment.charAt(c) == 'r';
    }
  }

  /** Adds a row with one cell per column. */
  public TextTable row(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException(cells.length + " cells for " + right.length + " columns");
    }
    rows.add(cells);
    return this;
  }

  /** Prints the rows, each after {@code indent}; nothing behind the last word of a line. */
  public void print(PrintWriter out, String indent) {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        widths[c] = Math.max(widths[c], row[c].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int c = 0; c < row.length; c++) {
        char[] pad = new char[widths[c] - row[c].length()];
        Arrays.fill(pad, ' ');
        line.append(c == 0 ? "" : GAP).append(right[c] ? pad : new char[0]).append(row[c])
            .append(right[c] ? new char[0] : pad);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
