package ranvier.engine.record;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fingerprint of a spike train: SHA-256 over all spikes in canonical order, (time, neuron), the transient included.
 * A spike contributes 12 bytes: its time in ms as an IEEE 754 double, big-endian, then the global number of its neuron
 * as a 32-bit integer, big-endian. Two runs with equal hash have the same spikes, bit for bit.
 */
public final class SpikeHash implements SpikeConsumer {
  private static final int SPIKE_BYTES = Double.BYTES + Integer.BYTES;
  private static final int BUFFERED_SPIKES = 1024;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED_SPIKES * SPIKE_BYTES);
  private long count;
  private String hex;

  /** The hash of no spikes yet. */
  public SpikeHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public void accept(SpikeBlock block) {
    for (int k = 0; k < block.count(); k++) {
      if (buffer.remaining() < SPIKE_BYTES) {
        drain();
      }
      buffer.putDouble(block.timeMs(k)).putInt(block.neuron(k));
    }
    count += block.count();
  }

  @Override
  public void end() {
    drain();
    hex = HexFormat.of().formatHex(digest.digest());
  }

  /** Number of spikes hashed so far. */
  public long count() {
    return count;
  }

  /**
   * 64 hexadecimal digits.
   *
   * @throws IllegalStateException before {@link #end}
   */
  public String hex() {
    if (hex == null) {
      throw new IllegalStateException("the hash is known at the end of the spikes, not before");
    }
    return hex;
  }

  private void drain() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
