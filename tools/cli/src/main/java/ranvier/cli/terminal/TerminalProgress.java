package ranvier.cli.terminal;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import ranvier.scenarios.Progress;

/**
 * One line, rewritten in place a few times a second: what runs, its phase, how much is done, what the run says of
 * itself (biological time, real-time factor, spikes), and the time left. Used by the thread that runs.
 */
public final class TerminalProgress implements Progress, AutoCloseable {
  private static final long BETWEEN_NANOS = 100_000_000L;
  private static final double FORETELL_AFTER_SECONDS = 1.0;
  private static final String ERASE = "\r\033[K";

  private final PrintWriter err;
  private final String name;
  private final int columns;
  private final LongSupplier clockNanos;
  private String phase = "starting";
  private long phaseStart;
  private long lastPaint;
  private boolean painted;

  /**
   * A line for one run.
   *
   * @param columns the terminal's width, which the line does not exceed
   * @param clockNanos the wall clock, such as {@code System::nanoTime}
   */
  public TerminalProgress(PrintWriter err, String name, int columns, LongSupplier clockNanos) {
    this.err = err;
    this.name = name;
    this.columns = columns;
    this.clockNanos = clockNanos;
    phaseStart = clockNanos.getAsLong();
  }

  @Override
  public void phase(String newPhase) {
    phase = newPhase;
    phaseStart = clockNanos.getAsLong();
    paint(phaseStart, name + "  " + phase);
  }

  @Override
  public void update(double done, String detail) {
    long now = clockNanos.getAsLong();
    if (painted && now - lastPaint < BETWEEN_NANOS) {
      return;
    }
    double bounded = Math.clamp(done, 0.0, 1.0);
    StringBuilder line = new StringBuilder(name).append("  ").append(phase)
        .append(String.format(java.util.Locale.ROOT, " %3.0f %%", 100 * bounded));
    if (!detail.isEmpty()) {
      line.append("  ").append(detail);
    }
    double elapsedSeconds = (now - phaseStart) / 1e9;
    if (bounded > 0 && elapsedSeconds >= FORETELL_AFTER_SECONDS) {
      line.append("  ").append(Quantity.timeLeft(elapsedSeconds * (1 - bounded) / bounded)).append(" left");
    }
    paint(now, line.toString());
  }

  /** Removes the line, so that what is printed next starts on a clean one. */
  @Override
  public void close() {
    if (painted) {
      err.print(ERASE);
      err.flush();
      painted = false;
    }
  }

  private void paint(long now, String line) {
    err.print(ERASE + (line.length() < columns ? line : line.substring(0, columns - 1)));
    err.flush();
    lastPaint = now;
    painted = true;
  }
}
