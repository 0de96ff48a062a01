package ranvier.engine.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PhiloxTest {
  /** Salmon et al. 2011, the known answers distributed with Random123 (kat_vectors, philox4x32 10). */
  @Test
  void givesThePublishedVectors() {
    check(0, 0, new int[] {0, 0, 0, 0}, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    check(-1, -1, new int[] {-1, -1, -1, -1}, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    check(0xa4093822, 0x299f31d0, new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
        0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  private static void check(int key0, int key1, int[] counter, int... expected) {
    Philox philox = Philox.withKey(key0, key1);
    philox.at(counter[0], counter[1], counter[2], counter[3]);
    assertArrayEquals(expected, new int[] {philox.word(0), philox.word(1), philox.word(2), philox.word(3)});
  }

  @Test
  void streamsOfDifferentSeedPurposeAndNumberDiffer() {
    long base = new Philox(1, Purpose.WEIGHT, 0).bits(5, 0);
    assertEquals(base, new Philox(1, Purpose.WEIGHT, 0).bits(5, 0));
    assertNotEquals(base, new Philox(2, Purpose.WEIGHT, 0).bits(5, 0));
    assertNotEquals(base, new Philox(1, Purpose.DELAY, 0).bits(5, 0));
    assertNotEquals(base, new Philox(1, Purpose.WEIGHT, 1).bits(5, 0));
  }

  @Test
  void uniformNumbersFillTheOpenInterval() {
    Philox philox = new Philox(7, Purpose.NEURON);
    double sum = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double u = philox.uniform(i, 3);
      assertTrue(u > 0 && u < 1);
      sum += u;
    }
    // Standard error of the mean of n uniform numbers: sqrt(1/12n); five of them.
    assertEquals(0.5, sum / n, 5 * Math.sqrt(1.0 / 12 / n));
  }

  @Test
  void boundedNumbersAreUniform() {
    Philox philox = new Philox(3, Purpose.CONNECTIVITY);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[philox.below(7, i, 0)]++;
    }
    for (int c : counts) {
      assertEquals(10_000, c, 5 * Math.sqrt(10_000.0 * 6 / 7));
    }
  }
}
