package ranvier.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.SpikeBlock;
import ranvier.engine.record.SpikeFileHeader;
import ranvier.engine.record.SpikeFileWriter;

/** Spike files to convert. */
final class SpikeFiles {
  private SpikeFiles() {}

  /** Writes random spikes of all neurons up to the last of the populations; returns all, in order. */
  static SpikeBlock random(Path path, List<PopulationRange> populations, boolean exact, int count) throws IOException {
    double unitMs = exact ? 1.5 : 0.1;
    SplittableRandom random = new SplittableRandom(count);
    int neurons = populations.get(populations.size() - 1).end();
    SpikeBlock spikes = new SpikeBlock(unitMs, Math.max(1, count));
    long step = 0;
    for (int k = 0; k < count; k++) {
      step += random.nextInt(3);
      spikes.add(step, exact ? k * 1.5 / count : 0.0, random.nextInt(neurons));
    }
    SpikeFileWriter writer = new SpikeFileWriter(path, new SpikeFileHeader(unitMs, exact, 100.0, populations));
    writer.accept(spikes);
    writer.end();
    return spikes;
  }
}
