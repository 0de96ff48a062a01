package ranvier.engine.kernel;

/** Adds up the wall time that one worker spends in each part of its loop. Used by that worker. */
final class RegionClock {
  static final int ADVANCE = 0;
  static final int DELIVER = 1;
  static final int SCHEDULE = 2;
  static final int WAIT = 3;
  static final int RECORD = 4;

  private final long[] nanos = new long[5];
  private long last;

  void start() {
    last = System.nanoTime();
  }

  /** The time since the last call belongs to a region. */
  void lap(int region) {
    long now = System.nanoTime();
    nanos[region] += now - last;
    last = now;
  }

  static Regions mean(RegionClock[] clocks) {
    double[] seconds = new double[5];
    for (RegionClock c : clocks) {
      for (int r = 0; r < seconds.length; r++) {
        seconds[r] += c.nanos[r] * 1e-9 / clocks.length;
      }
    }
    return new Regions(seconds[ADVANCE], seconds[DELIVER], seconds[SCHEDULE], seconds[WAIT],
        seconds[RECORD] * clocks.length);
  }
}
