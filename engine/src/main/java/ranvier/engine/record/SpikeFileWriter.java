package ranvier.engine.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.zip.CRC32C;

/**
 * Appends the spikes of the recorded populations to a {@link SpikeFile} during the run; spikes of other neurons are
 * left out. Memory is one direct buffer, nothing is allocated per block. The file is whole after {@link #end}; until
 * then, or if the writer is closed without it, readers call it truncated.
 */
public final class SpikeFileWriter implements SpikeConsumer, AutoCloseable {
  private final Path path;
  private final boolean exact;
  private final FileChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final BitSet recorded = new BitSet();
  private final int chunkSpikes;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(SpikeFileFormat.BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private int inChunk;
  private long count;

  /**
   * Starts the file, replacing an old one.
   *
   * @throws IOException if the file cannot be written
   */
  public SpikeFileWriter(Path path, SpikeFileHeader header) throws IOException {
    this.path = path;
    exact = header.exact();
    chunkSpikes = SpikeFileFormat.chunkSpikes(exact);
    for (PopulationRange p : header.populations()) {
      recorded.set(p.first(), p.end());
    }
    ByteBuffer encoded = SpikeFileFormat.encode(header);
    checksum.update(encoded.duplicate());
    int end = encoded.limit();
    encoded.limit(encoded.capacity()).putInt(end, (int) checksum.getValue());
    channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
    try {
      write(encoded);
    } catch (UncheckedIOException failed) {
      channel.close();
      throw failed.getCause();
    }
    buffer.position(Integer.BYTES);
  }

  @Override
  public void accept(SpikeBlock block) {
    for (int k = 0; k < block.count(); k++) {
      int neuron = block.neuron(k);
      if (recorded.get(neuron)) {
        buffer.putLong(block.step(k));
        if (exact) {
          buffer.putDouble(block.offsetMs(k));
        }
        buffer.putInt(neuron);
        if (++inChunk == chunkSpikes) {
          writeChunk();
        }
      }
    }
  }

  /** Number of spikes taken so far. */
  public long count() {
    return count + inChunk;
  }

  /** Completes and closes the file. */
  @Override
  public void end() {
    if (inChunk > 0) {
      writeChunk();
    }
    buffer.clear().putInt(0).putLong(count);
    appendChecksumAndWrite();
    close();
  }

  /** Closes the file as it is; without {@link #end} before, it stays truncated. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException problem) {
      throw failed(problem);
    }
  }

  private void writeChunk() {
    buffer.putInt(0, inChunk);
    appendChecksumAndWrite();
    count += inChunk;
    inChunk = 0;
    buffer.position(Integer.BYTES);
  }

  private void appendChecksumAndWrite() {
    int end = buffer.position();
    checksum.update(buffer.flip());
    buffer.limit(end + SpikeFileFormat.CHECKSUM_BYTES).putInt(end, (int) checksum.getValue()).rewind();
    write(buffer);
    buffer.clear();
  }

  private void write(ByteBuffer bytes) {
    try {
      bytes.rewind();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException problem) {
      throw failed(problem);
    }
  }

  private UncheckedIOException failed(IOException problem) {
    String reason = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    String message = "cannot write spikes to " + path + ": " + reason;
    return new UncheckedIOException(message, new IOException(message, problem));
  }
}
