package ranvier.scenarios.willshaw;

/** A binary matrix in rows of 64-bit words. */
final class BitMatrix {
  private final int columns;
  private final int words;
  private final long[][] rows;

  BitMatrix(int rows, int columns) {
    this.columns = columns;
    words = (columns + 63) >>> 6;
    this.rows = new long[rows][words];
  }

  void set(int row, int column) {
    rows[row][column >>> 6] |= 1L << column;
  }

  boolean get(int row, int column) {
    return (rows[row][column >>> 6] >>> column & 1) != 0;
  }

  long[] row(int row) {
    return rows[row];
  }

  int rows() {
    return rows.length;
  }

  int columns() {
    return columns;
  }

  /** Number of ones. */
  long ones() {
    long ones = 0;
    for (long[] row : rows) {
      for (long word : row) {
        ones += Long.bitCount(word);
      }
    }
    return ones;
  }

  /** Fraction of ones, the diagonal left out where it is never set. */
  double load(boolean withoutDiagonal) {
    return ones() / ((double) rows.length * (columns - (withoutDiagonal ? 1 : 0)));
  }

  /** Columns that are one in each of the given rows, as bits. */
  void and(int[] chosen, long[] into) {
    System.arraycopy(rows[chosen[0]], 0, into, 0, words);
    for (int k = 1; k < chosen.length; k++) {
      long[] row = rows[chosen[k]];
      for (int w = 0; w < words; w++) {
        into[w] &= row[w];
      }
    }
  }
}
