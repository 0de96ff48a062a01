package ranvier.engine.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The append-only binary file that spikes stream to during a run: {@link SpikeFileWriter} writes it, {@link
 * SpikeFileReader} streams it. 12 bytes per spike on the grid, 20 in exact time. It says which populations it holds, so
 * it can be converted without the network. A file that was cut short or changed is recognised when it is read.
 *
 * <p>Little-endian. A checksum is the CRC-32C of all bytes before it, earlier checksums left out, so that a lost,
 * repeated or exchanged chunk is noticed as well as a flipped bit.
 * <pre>
 * header   "RANVSPKS"; int32 version 1, header length, 1 if exact; double unit (ms), planned duration (ms);
 *          int32 number of populations, for each: int32 first, size, length of name, name (UTF-8); int32 checksum
 * chunk*   int32 number of spikes; for each: int64 step, [double offset (ms) if exact], int32 neuron; int32 checksum
 * trailer  int32 0; int64 number of spikes in the file; int32 checksum
 * </pre>
 */
public final class SpikeFile {
  private SpikeFile() {}

  /**
   * Opens a file for reading.
   *
   * @throws CorruptSpikeFileException if it is no spike file, truncated within its header, or its header is damaged
   * @throws IOException if it cannot be read
   */
  public static SpikeFileReader open(Path path) throws IOException {
    return new SpikeFileReader(path);
  }

  /**
   * Hands all spikes to a consumer, and its end.
   *
   * @throws CorruptSpikeFileException if the file is truncated or damaged; the consumer is not told the end then
   * @throws IOException if it cannot be read
   */
  public static void read(Path path, SpikeConsumer consumer) throws IOException {
    try (SpikeFileReader reader = open(path)) {
      SpikeBlock block = reader.newBlock();
      while (reader.next(block)) {
        consumer.accept(block);
      }
      consumer.end();
    }
  }

  /**
   * The number of spikes that the trailer of a file promises, without reading the spikes.
   *
   * @throws CorruptSpikeFileException if there is no possible trailer
   * @throws IOException if it cannot be read
   */
  public static long count(Path path) throws IOException {
    try (SpikeFileReader reader = open(path); FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer trailer = ByteBuffer.allocate(SpikeFileFormat.TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      long start = channel.size() - SpikeFileFormat.TRAILER_BYTES;
      while (start >= 0 && trailer.hasRemaining() && channel.read(trailer, start + trailer.position()) >= 0) {
        // until it is read
      }
      long count = trailer.getLong(Integer.BYTES);
      if (start < 0 || trailer.getInt(0) != 0 || count < 0
          || count > start / SpikeFileFormat.spikeBytes(reader.header().exact())) {
        throw new CorruptSpikeFileException(path, Math.max(0, start), "no trailer: the file is truncated");
      }
      return count;
    }
  }
}
