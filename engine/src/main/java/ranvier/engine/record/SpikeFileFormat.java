package ranvier.engine.record;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Constants and header of the layout that {@link SpikeFile} documents. */
final class SpikeFileFormat {
  static final int VERSION = 1;
  static final int PREFIX_BYTES = 16;
  static final int CHECKSUM_BYTES = Integer.BYTES;
  static final int TRAILER_BYTES = Integer.BYTES + Long.BYTES + CHECKSUM_BYTES;
  static final int BUFFER_BYTES = 1 << 17;
  private static final int MIN_HEADER_BYTES = PREFIX_BYTES + 3 * Integer.BYTES + 2 * Double.BYTES;
  private static final int MAX_HEADER_BYTES = 1 << 26;

  private static final byte[] MAGIC = "RANVSPKS".getBytes(StandardCharsets.US_ASCII);

  private SpikeFileFormat() {}

  static int spikeBytes(boolean exact) {
    return Long.BYTES + Integer.BYTES + (exact ? Double.BYTES : 0);
  }

  /** Most spikes that a chunk holds. */
  static int chunkSpikes(boolean exact) {
    return (BUFFER_BYTES - Integer.BYTES - CHECKSUM_BYTES) / spikeBytes(exact);
  }

  /** The header, ready to be read from the buffer, with room for its checksum after the limit. */
  static ByteBuffer encode(SpikeFileHeader header) {
    List<byte[]> names = new ArrayList<>();
    long bytes = MIN_HEADER_BYTES;
    for (PopulationRange p : header.populations()) {
      byte[] name = p.name().getBytes(StandardCharsets.UTF_8);
      names.add(name);
      bytes += 3 * Integer.BYTES + name.length;
    }
    if (bytes > MAX_HEADER_BYTES) {
      throw new IllegalArgumentException("the names of " + names.size() + " populations need " + bytes
          + " bytes in the spike file; at most " + MAX_HEADER_BYTES + " are possible");
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(MAGIC).putInt(VERSION).putInt((int) bytes);
    buffer.putInt(header.exact() ? 1 : 0).putDouble(header.unitMs()).putDouble(header.durationMs());
    buffer.putInt(names.size());
    for (int p = 0; p < names.size(); p++) {
      PopulationRange range = header.populations().get(p);
      buffer.putInt(range.first()).putInt(range.size()).putInt(names.get(p).length).put(names.get(p));
    }
    return buffer.flip();
  }

  /** What is wrong with the first {@link #PREFIX_BYTES} of a file; null if nothing. */
  static String problemOfPrefix(ByteBuffer prefix) {
    for (int k = 0; k < MAGIC.length; k++) {
      if (prefix.get(k) != MAGIC[k]) {
        return "not a spike file (it does not start with RANVSPKS)";
      }
    }
    int version = prefix.getInt(MAGIC.length);
    if (version != VERSION) {
      return "version " + version + " of the format; this program reads version " + VERSION;
    }
    int length = prefix.getInt(MAGIC.length + Integer.BYTES);
    if (length < MIN_HEADER_BYTES || length > MAX_HEADER_BYTES) {
      return "a header of " + length + " bytes is impossible";
    }
    return null;
  }

  static int headerBytes(ByteBuffer prefix) {
    return prefix.getInt(MAGIC.length + Integer.BYTES);
  }

  /** Decodes a header whose checksum holds. */
  static SpikeFileHeader decode(ByteBuffer header) {
    header.position(PREFIX_BYTES);
    boolean exact = header.getInt() == 1;
    double unitMs = header.getDouble();
    double durationMs = header.getDouble();
    int count = header.getInt();
    List<PopulationRange> populations = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      int first = header.getInt();
      int size = header.getInt();
      byte[] name = new byte[header.getInt()];
      header.get(name);
      populations.add(new PopulationRange(new String(name, StandardCharsets.UTF_8), first, size));
    }
    return new SpikeFileHeader(unitMs, exact, durationMs, populations);
  }
}
