package ranvier.formats;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.SpikeBlock;
import ranvier.engine.record.SpikeFile;
import ranvier.engine.record.SpikeFileHeader;
import ranvier.engine.record.SpikeFileReader;

/**
 * Spikes in the SONATA format (HDF5), as the section "Spike file" of the SONATA developer guide says:
 * {@code /spikes/POPULATION/timestamps} (double, attribute {@code units} = "ms"), {@code /spikes/POPULATION/node_ids}
 * (unsigned 64-bit, from 0 within the population), attribute {@code sorting} of each population, an enumeration of
 * none, by_id, by_time. The root has the attributes {@code magic} = 0x0A7A and {@code version} = 0.1.
 *
 * <p>Writing streams: its memory depends on the number of populations, not on the number of spikes.
 */
public final class SonataSpikes {
  private static final int MAGIC = 0x0A7A;
  private static final List<String> SORTINGS = List.of("none", "by_id", "by_time");
  private static final int BY_TIME = 2;
  private static final String UNITS = "ms";
  private static final int ALL_BUFFERS_BYTES = 1 << 24;
  private static final int MAX_BUFFER_BYTES = 1 << 18;
  private static final int SLICE = 1 << 18;
  private static final int MAX_POPULATIONS = 65_000;
  private static final int MAX_NAME = 10_000;

  private SonataSpikes() {}

  /**
   * The spikes of a population, in the order of the file.
   *
   * @param nodeIds from 0 within the population; one per timestamp
   */
  public record PopulationSpikes(String population, double[] timestampsMs, long[] nodeIds) {}

  /**
   * Converts a {@link SpikeFile}. Populations without spikes get empty datasets.
   *
   * @throws IOException if a file cannot be read or written, or the spike file is damaged; there is no half file then
   * @throws IllegalArgumentException if a population's name cannot be a name in HDF5
   */
  public static void write(Path spikeFile, Path target) throws IOException {
    AtomicFile.write(target, path -> {
      try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING)) {
        convert(spikeFile, file);
      }
    });
  }

  private static void convert(Path spikeFile, FileChannel file) throws IOException {
    SpikeFileHeader header;
    try (SpikeFileReader reader = SpikeFile.open(spikeFile)) {
      header = reader.header();
    }
    List<PopulationRange> populations = header.populations();
    checkNames(populations);
    int[] member = PopulationRange.membership(populations);
    long[] counts = new long[populations.size()];
    SpikeFile.read(spikeFile, block -> {
      for (int k = 0; k < block.count(); k++) {
        counts[member[block.neuron(k)]]++;
      }
    });
    long[] starts = new long[counts.length];
    long end = Hdf5Metadata.SUPERBLOCK_BYTES;
    for (int p = 0; p < counts.length; p++) {
      starts[p] = end;
      end += 16 * counts[p];
    }
    writeData(spikeFile, file, populations, member, counts, starts);
    Hdf5Metadata metadata = new Hdf5Metadata(end);
    long root = describe(metadata, populations, counts, starts);
    writeAt(file, metadata.encoded(), end);
    writeAt(file, Hdf5Metadata.superblock(root, metadata.end()), 0);
  }

  /** Timestamps of population p stand from starts[p] on, its node ids after them. */
  private static void writeData(Path spikeFile, FileChannel file, List<PopulationRange> populations, int[] member,
      long[] counts, long[] starts) throws IOException {
    int size = Math.clamp(ALL_BUFFERS_BYTES / (2 * Math.max(1, counts.length)) / 8 * 8, 64, MAX_BUFFER_BYTES);
    Column[] timestamps = new Column[counts.length];
    Column[] nodeIds = new Column[counts.length];
    for (int p = 0; p < counts.length; p++) {
      timestamps[p] = new Column(file, starts[p], size);
      nodeIds[p] = new Column(file, starts[p] + 8 * counts[p], size);
    }
    try (SpikeFileReader reader = SpikeFile.open(spikeFile)) {
      SpikeBlock block = reader.newBlock();
      while (reader.next(block)) {
        for (int k = 0; k < block.count(); k++) {
          int p = member[block.neuron(k)];
          timestamps[p].put(Double.doubleToRawLongBits(block.timeMs(k)));
          nodeIds[p].put(block.neuron(k) - populations.get(p).first());
        }
      }
    }
    for (int p = 0; p < counts.length; p++) {
      timestamps[p].flush();
      nodeIds[p].flush();
    }
  }

  private static long describe(Hdf5Metadata metadata, List<PopulationRange> populations, long[] counts,
      long[] starts) {
    metadata.heap(Collections.nCopies(populations.size(), UNITS));
    List<Hdf5Metadata.Link> groups = new ArrayList<>();
    for (int p = 0; p < counts.length; p++) {
      long timestamps = metadata.dataset(Hdf5Metadata.float64(), counts[p], starts[p],
          List.of(metadata.text("units", p + 1, UNITS)));
      long nodeIds = metadata.dataset(Hdf5Metadata.integer(8), counts[p], starts[p] + 8 * counts[p], List.of());
      groups.add(new Hdf5Metadata.Link(populations.get(p).name(), metadata.group(
          List.of(new Hdf5Metadata.Link("node_ids", nodeIds), new Hdf5Metadata.Link("timestamps", timestamps)),
          List.of(Hdf5Metadata.choice("sorting", SORTINGS, BY_TIME)))));
    }
    long spikes = metadata.group(groups, List.of());
    return metadata.group(List.of(new Hdf5Metadata.Link("spikes", spikes)),
        List.of(Hdf5Metadata.unsigned("magic", MAGIC), Hdf5Metadata.unsigned("version", 0, 1)));
  }

  private static void checkNames(List<PopulationRange> populations) {
    if (populations.size() > MAX_POPULATIONS) {
      throw new IllegalArgumentException(populations.size() + " populations cannot be written to one SONATA file, "
          + MAX_POPULATIONS + " at most; record fewer");
    }
    for (PopulationRange p : populations) {
      if (p.name().contains("/") || p.name().equals(".") || p.name().indexOf(0) >= 0
          || p.name().length() > MAX_NAME) {
        throw new IllegalArgumentException("population " + p.name() + " cannot be written to HDF5, where a name has at"
            + " most " + MAX_NAME + " characters and no '/'; rename it");
      }
    }
  }

  private static void writeAt(FileChannel file, ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  /** One dataset being filled. */
  private static final class Column {
    private final FileChannel file;
    private final ByteBuffer buffer;
    private long position;

    Column(FileChannel file, long start, int bytes) {
      this.file = file;
      position = start;
      buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void put(long value) throws IOException {
      buffer.putLong(value);
      if (!buffer.hasRemaining()) {
        flush();
      }
    }

    void flush() throws IOException {
      int bytes = buffer.position();
      writeAt(file, buffer.flip(), position);
      position += bytes;
      buffer.clear();
    }
  }

  /**
   * Reads a SONATA spike file, ours or another program's.
   *
   * @throws IOException if it cannot be read, is not HDF5 or not a SONATA spike file, naming file and dataset
   */
  public static List<PopulationSpikes> read(Path path) throws IOException {
    try (HdfFile file = new HdfFile(path)) {
      if (!(file.getChild("spikes") instanceof Group spikes)) {
        throw new IOException(path + " is no SONATA spike file: it has no group /spikes");
      }
      List<PopulationSpikes> all = new ArrayList<>();
      for (Node node : spikes.getChildren().values()) {
        if (node instanceof Group population) {
          all.add(population(path, population));
        }
      }
      return List.copyOf(all);
    } catch (RuntimeException damaged) {
      // The decoder trusts the file, so that a damaged one may end in any exception.
      throw new IOException("cannot read " + path + " as HDF5: it is damaged or no HDF5 file (" + damaged + ")",
          damaged);
    }
  }

  private static PopulationSpikes population(Path path, Group population) throws IOException {
    Dataset timestamps = dataset(path, population, "timestamps");
    Dataset nodeIds = dataset(path, population, "node_ids");
    if (timestamps.getSize() != nodeIds.getSize()) {
      throw new IOException(path + ": " + timestamps.getPath() + " has " + timestamps.getSize() + " elements, "
          + nodeIds.getPath() + " has " + nodeIds.getSize() + "; they must have as many");
    }
    Attribute units = timestamps.getAttribute("units");
    if (units != null && !List.of("ms", "milliseconds", "millisecond").contains(units.getData().toString())) {
      throw new IOException(path + ": the units of " + timestamps.getPath() + " are " + units.getData()
          + "; only ms are read");
    }
    int count = Math.toIntExact(timestamps.getSize());
    double[] timestampsMs = new double[count];
    long[] ids = new long[count];
    for (int from = 0; from < count; from += SLICE) {
      int length = Math.min(SLICE, count - from);
      Object times = timestamps.getData(new long[] {from}, new int[] {length});
      Object nodes = nodeIds.getData(new long[] {from}, new int[] {length});
      for (int k = 0; k < length; k++) {
        timestampsMs[from + k] = ((Number) Array.get(times, k)).doubleValue();
        ids[from + k] = ((Number) Array.get(nodes, k)).longValue();
      }
    }
    return new PopulationSpikes(population.getName(), timestampsMs, ids);
  }

  private static Dataset dataset(Path path, Group population, String name) throws IOException {
    if (population.getChild(name) instanceof Dataset dataset && dataset.getDimensions().length == 1) {
      return dataset;
    }
    throw new IOException(path + " is no SONATA spike file: " + population.getPath()
        + " has no one-dimensional dataset " + name);
  }
}
