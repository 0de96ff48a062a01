package ranvier.engine.exact;

/** The logs of the next bins; a log is used again once its bin is over. */
final class LogRing {
  private final BinLog[] logs;

  LogRing(Rows rows, int bins) {
    int size = Math.max(2, Integer.highestOneBit(Math.max(1, bins - 1)) * 2);
    logs = rows.newLogs(size);
  }

  BinLog of(long bin) {
    return logs[(int) bin & (logs.length - 1)];
  }

  long bytes() {
    long sum = 0;
    for (BinLog log : logs) {
      sum += log.bytes();
    }
    return sum;
  }
}
