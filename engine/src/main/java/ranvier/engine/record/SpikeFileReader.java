package ranvier.engine.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Streams the spikes of a {@link SpikeFile} in the order in which they were written, checking as it goes. Memory does
 * not depend on the length of the file. For one thread.
 */
public final class SpikeFileReader implements Closeable {
  private final Path path;
  private final FileChannel channel;
  private final SpikeFileHeader header;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer buffer = ByteBuffer.allocate(SpikeFileFormat.BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long position;
  private long count;
  private boolean atEnd;

  /** Opens the file and reads its header; {@link SpikeFile#open} is the public way. */
  SpikeFileReader(Path path) throws IOException {
    this.path = path;
    channel = FileChannel.open(path, StandardOpenOption.READ);
    boolean opened = false;
    try {
      header = readHeader();
      opened = true;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  /** What the file says about itself. */
  public SpikeFileHeader header() {
    return header;
  }

  /** A block that {@link #next} can fill without growing it. */
  public SpikeBlock newBlock() {
    return new SpikeBlock(header.unitMs(), SpikeFileFormat.chunkSpikes(header.exact()));
  }

  /**
   * Replaces the contents of the block by the next spikes.
   *
   * @return false at the end of the file, which has been found whole then; the block is empty
   * @throws CorruptSpikeFileException if the file is truncated or damaged
   */
  public boolean next(SpikeBlock block) throws IOException {
    block.clear();
    if (atEnd) {
      return false;
    }
    long start = position;
    int spikes = load(Integer.BYTES, 0, "the file ends without its trailer: it is truncated").getInt(0);
    if (spikes == 0) {
      readTrailer(start);
      return false;
    }
    if (spikes < 0 || spikes > SpikeFileFormat.chunkSpikes(header.exact())) {
      throw new CorruptSpikeFileException(path, start, "a chunk of " + spikes + " spikes is impossible");
    }
    int end = Integer.BYTES + spikes * SpikeFileFormat.spikeBytes(header.exact());
    load(end + SpikeFileFormat.CHECKSUM_BYTES, Integer.BYTES, "the file ends within a chunk: it is truncated");
    verify(buffer, end, start, "a chunk of " + spikes + " spikes");
    buffer.position(Integer.BYTES);
    for (int k = 0; k < spikes; k++) {
      long step = buffer.getLong();
      double offsetMs = header.exact() ? buffer.getDouble() : 0.0;
      block.add(step, offsetMs, buffer.getInt());
    }
    count += spikes;
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private SpikeFileHeader readHeader() throws IOException {
    String cut = "the file ends within its header: it is truncated";
    ByteBuffer prefix = load(SpikeFileFormat.PREFIX_BYTES, 0, cut);
    String problem = SpikeFileFormat.problemOfPrefix(prefix);
    if (problem != null) {
      throw new CorruptSpikeFileException(path, 0, problem);
    }
    int length = SpikeFileFormat.headerBytes(prefix);
    if (length > channel.size()) {
      throw new CorruptSpikeFileException(path, channel.size(), cut);
    }
    ByteBuffer whole = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    whole.put(prefix.slice(0, SpikeFileFormat.PREFIX_BYTES));
    fill(whole, cut);
    verify(whole, length - SpikeFileFormat.CHECKSUM_BYTES, 0, "the header");
    return SpikeFileFormat.decode(whole);
  }

  private void readTrailer(long start) throws IOException {
    load(SpikeFileFormat.TRAILER_BYTES, Integer.BYTES, "the file ends within its trailer: it is truncated");
    verify(buffer, SpikeFileFormat.TRAILER_BYTES - SpikeFileFormat.CHECKSUM_BYTES, start, "the trailer");
    if (buffer.getLong(Integer.BYTES) != count) {
      throw new CorruptSpikeFileException(path, start, "the trailer promises " + buffer.getLong(Integer.BYTES)
          + " spikes, the file has " + count);
    }
    if (channel.size() > position) {
      throw new CorruptSpikeFileException(path, position, "the file goes on after its trailer");
    }
    atEnd = true;
  }

  /** Reads the bytes from {@code from} to {@code to} of a part of the file into the buffer. */
  private ByteBuffer load(int to, int from, String ifShort) throws IOException {
    fill(buffer.limit(to).position(from), ifShort);
    return buffer;
  }

  private void fill(ByteBuffer target, String ifShort) throws IOException {
    while (target.hasRemaining()) {
      int read = channel.read(target);
      if (read < 0) {
        throw new CorruptSpikeFileException(path, position, ifShort);
      }
      position += read;
    }
  }

  /** Compares the checksum after the first {@code end} bytes of a part with what the bytes give. */
  private void verify(ByteBuffer part, int end, long start, String what) throws IOException {
    checksum.update(part.duplicate().limit(end).position(0));
    if (part.getInt(end) != (int) checksum.getValue()) {
      throw new CorruptSpikeFileException(path, start, what + " does not match its checksum");
    }
  }
}
