package ranvier.report.plot;

/**
 * A matrix made small enough for a screen by taking the means of blocks.
 *
 * @param values the means; NaN where a block has no finite value
 * @param down rows in a block
 * @param across columns in a block
 */
record Blocks(double[][] values, int down, int across) {
  /** The means of the smallest blocks that leave at most so many rows and columns. */
  static Blocks of(double[][] all, int most) {
    int rows = all.length;
    int columns = rows == 0 ? 0 : all[0].length;
    int down = Math.max(1, Math.ceilDiv(rows, most));
    int across = Math.max(1, Math.ceilDiv(columns, most));
    double[][] means = new double[Math.ceilDiv(rows, down)][Math.ceilDiv(columns, across)];
    for (int r = 0; r < means.length; r++) {
      for (int c = 0; c < means[r].length; c++) {
        means[r][c] = mean(all, r * down, Math.min(rows, (r + 1) * down), c * across,
            Math.min(columns, (c + 1) * across));
      }
    }
    return new Blocks(means, down, across);
  }

  private static double mean(double[][] all, int top, int bottom, int left, int right) {
    double sum = 0;
    int count = 0;
    for (int r = top; r < bottom; r++) {
      for (int c = left; c < right; c++) {
        if (Double.isFinite(all[r][c])) {
          sum += all[r][c];
          count++;
        }
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
