package ranvier.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Digests computed with Python: {@code hashlib.sha256(b"".join(struct.pack(">di", t, n) for t, n in spikes))}. */
class SpikeHashTest {
  @Test
  void gridSpikesHaveTheDocumentedDigest() {
    SpikeBlock block = new SpikeBlock(0.1, 4);
    block.add(3, 0.0, 7);
    block.add(3, 0.0, 9);
    block.add(12, 0.0, 0);
    block.add(1_000_000, 0.0, 76_999);
    SpikeHash hash = new SpikeHash();
    hash.accept(block);
    hash.end();
    assertEquals("a15ffd3bdc570bb4d919273aa0215cad56690af17fa29e7fc06536d7fbfbe283", hash.hex());
    assertEquals(4, hash.count());
  }

  @Test
  void exactSpikesHaveTheDocumentedDigest() {
    SpikeBlock block = new SpikeBlock(1.5, 2);
    block.add(2, 0.25, 1);
    block.add(7, 1.4999, 2);
    SpikeHash hash = new SpikeHash();
    hash.accept(block);
    hash.end();
    assertEquals("93c87b1d638cecbd3b59fdaa9031ca5315de3c96abe5d6c904138e3651dbcf85", hash.hex());
  }

  @Test
  void noSpikesHaveTheDigestOfNothing() {
    SpikeHash hash = new SpikeHash();
    hash.end();
    assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hash.hex());
  }

  @Test
  void cuttingIntoBlocksDoesNotMatter() {
    for (int size : new int[] {1, 7, 1000, 1024, 5000}) {
      SpikeHash hash = new SpikeHash();
      SpikeBlock block = new SpikeBlock(0.1, size);
      for (int k = 0; k < 5000; k++) {
        block.add(k, 0.0, k % 1000);
        if (block.count() == size || k == 4999) {
          hash.accept(block);
          block.clear();
        }
      }
      hash.end();
      assertEquals("f5b75f7c14cfe713dc05c11c9585a593a55772c114dd85dc155fbb8268810cfd", hash.hex(), "blocks of " + size);
    }
  }

  @Test
  void orderMatters() {
    SpikeBlock swapped = new SpikeBlock(0.1, 2);
    swapped.add(3, 0.0, 9);
    swapped.add(3, 0.0, 7);
    SpikeHash one = new SpikeHash();
    one.accept(swapped);
    one.end();
    swapped.clear();
    swapped.add(3, 0.0, 7);
    swapped.add(3, 0.0, 9);
    SpikeHash other = new SpikeHash();
    other.accept(swapped);
    other.end();
    assertNotEquals(one.hex(), other.hex());
  }

  @Test
  void isNotKnownBeforeTheEnd() {
    assertThrows(IllegalStateException.class, new SpikeHash()::hex);
  }
}
