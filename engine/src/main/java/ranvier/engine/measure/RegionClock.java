package ranvier.engine.measure;

/**
 * Adds up the wall time that one worker spends in each part of its loop. Used by that worker. Reading the time takes
 * some 20 ns, which is much in a slice of 2 us: where {@link #slice} is told, and sixteen slices were short on average,
 * only the first of the next sixteen is followed, and stands for all.
 */
public final class RegionClock {
  /** Neurons and their background input. */
  public static final int ADVANCE = 0;
  /** Neurons that are followed event by event within a bin (exact time). */
  public static final int WALK = 1;
  /** Events added to their targets. */
  public static final int DELIVER = 2;
  /** Rows looked up for new spikes. */
  public static final int SCHEDULE = 3;
  /** For other workers. */
  public static final int WAIT = 4;
  /** Spikes handed to the recording bus. */
  public static final int RECORD = 5;

  private static final long SHORT_NANOS = 50_000;
  private static final int SAMPLED = 16;

  private final long[] nanos = new long[6];
  private long last;
  private long turnBegin;
  private int sliceOfTurn;
  private boolean areShort;
  private boolean isFollowed = true;

  /** Starts the first lap. */
  public void start() {
    last = System.nanoTime();
  }

  /** A slice begins; the time is given so that the caller can use it, too. */
  public void slice(long now) {
    if (sliceOfTurn == 0) {
      areShort = now - turnBegin < SAMPLED * SHORT_NANOS;
      turnBegin = now;
    }
    isFollowed = sliceOfTurn == 0 || !areShort;
    sliceOfTurn = (sliceOfTurn + 1) % SAMPLED;
    if (isFollowed) {
      last = now;
    }
  }

  /** The time since the last call belongs to a region, one of the constants. */
  public void lap(int region) {
    if (isFollowed) {
      lap(region, System.nanoTime());
    }
  }

  /** The same where the time is known. */
  void lap(int region, long now) {
    if (isFollowed) {
      long elapsed = now - last;
      // A pause of the machine stands for itself only.
      nanos[region] += areShort && elapsed < SHORT_NANOS ? SAMPLED * elapsed : elapsed;
      last = now;
    }
  }

  /** Seconds of the mean worker; recording is done by one of them. */
  public static Regions mean(RegionClock... clocks) {
    double[] seconds = new double[6];
    for (RegionClock c : clocks) {
      for (int r = 0; r < seconds.length; r++) {
        seconds[r] += c.nanos[r] * 1e-9 / clocks.length;
      }
    }
    return new Regions(seconds[ADVANCE], seconds[WALK], seconds[DELIVER], seconds[SCHEDULE], seconds[WAIT],
        seconds[RECORD] * clocks.length);
  }
}
