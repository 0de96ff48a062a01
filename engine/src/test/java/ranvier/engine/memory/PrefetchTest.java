package ranvier.engine.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Lines asked for ahead of time: nothing but the cache may change, whatever is asked for. */
class PrefetchTest {
  private static final int LENGTH = 1 << 16;

  @Test
  void isPresentWhereItShouldBe() {
    assumeTrue(System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64"),
        "lines can be asked for on Linux on x86-64 only");

    assertTrue(Prefetch.isPresent(), "not present, though native access is allowed in tests");
  }

  @Test
  void changesNothingInTheArrays() {
    assumeTrue(Prefetch.isPresent(), "lines cannot be asked for here");
    SplittableRandom random = new SplittableRandom(1);
    int[] words = random.ints(LENGTH).toArray();
    char[] addresses = new char[LENGTH];
    for (int k = 0; k < LENGTH; k++) {
      addresses[k] = (char) random.nextInt();
    }
    // Pieces of all lengths, at both ends of the array, and some of another segment that is far larger.
    long[] pieces = new long[1000];
    for (int k = 0; k < pieces.length; k++) {
      int length = 1 + random.nextInt(LENGTH);
      int start = random.nextInt(LENGTH - length + 1);
      pieces[k] = k % 5 == 0 ? SynapseTable.piece(7L << 32 | 2_000_000_000, length) : SynapseTable.piece(start, length);
    }
    int[] wordsBefore = words.clone();
    char[] addressesBefore = addresses.clone();
    long[] piecesBefore = pieces.clone();

    for (int from = 0; from <= pieces.length; from += 100) {
      Prefetch.of(words, 0).pieces(pieces, from, pieces.length);
      Prefetch.of(addresses, 0).pieces(pieces, 0, from);
    }

    assertArrayEquals(wordsBefore, words);
    assertArrayEquals(addressesBefore, addresses);
    assertArrayEquals(piecesBefore, pieces);
  }

  @Test
  void takesNoPiecesAndWrongOrdersForNothing() {
    assumeTrue(Prefetch.isPresent(), "lines cannot be asked for here");
    int[] words = {1, 2, 3};

    Prefetch.of(words, 0).pieces(new long[0], 0, 0);
    Prefetch.of(words, 0).pieces(new long[] {SynapseTable.piece(0, 3)}, 1, 0);

    assertArrayEquals(new int[] {1, 2, 3}, words);
  }

  @Test
  void refusesWhereItIsNotPresent() {
    assumeFalse(Prefetch.isPresent(), "lines can be asked for here");

    assertThrows(UnsupportedOperationException.class, () -> Prefetch.of(new int[1], 0).pieces(new long[1], 0, 1));
  }

  @Test
  void theListingHoldsOneWholeFunction() {
    byte[] code = Prefetch.code();

    // Every jump of the listing is short, so that a missing byte would lead elsewhere: the last one goes 68 back.
    assertEquals(87, code.length);
    assertEquals((byte) 0xc3, code[code.length - 1]);
    assertEquals(-68, code[code.length - 2]);
  }
}
