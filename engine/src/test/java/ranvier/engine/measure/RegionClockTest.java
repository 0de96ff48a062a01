package ranvier.engine.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RegionClockTest {
  private static final long SHORT = 2_000;
  private static final long LONG = 120_000;
  private static final int SLICES = 16_000;

  /** Slices of these lengths in turn, a quarter of each in one region and the rest in another. */
  private static Regions regions(long... lengths) {
    RegionClock clock = new RegionClock();
    long now = 1_000_000_000_000L;
    for (int k = 0; k < SLICES; k++) {
      long length = lengths[k % lengths.length];
      clock.slice(now);
      clock.lap(RegionClock.ADVANCE, now + length / 4);
      clock.lap(RegionClock.DELIVER, now + length);
      now += length;
    }
    return RegionClock.mean(clock);
  }

  @Test
  void everyLongSliceCounts() {
    Regions regions = regions(LONG);
    assertEquals(SLICES * LONG * 0.25e-9, regions.advance(), 1e-9);
    assertEquals(SLICES * LONG * 0.75e-9, regions.deliver(), 1e-9);
  }

  @Test
  void sampledShortSlicesStandForAll() {
    Regions regions = regions(SHORT);
    assertEquals(SLICES * SHORT * 1e-9, regions.advance() + regions.deliver(), 1e-7);
    assertEquals(3.0, regions.deliver() / regions.advance(), 1e-6);
  }

  @Test
  void shortSlicesAmongLongOnesAreNotLost() {
    Regions regions = regions(LONG, SHORT, LONG);
    assertEquals(SLICES / 3.0 * (2 * LONG + SHORT) * 1e-9, regions.advance() + regions.deliver(), 2e-4);
  }
}
