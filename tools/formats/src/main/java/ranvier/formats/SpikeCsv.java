package ranvier.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ranvier.engine.record.SpikeBlock;
import ranvier.engine.record.SpikeFile;
import ranvier.engine.record.SpikeFileReader;

/**
 * Spikes as text: columns {@code neuron,time_ms}, the global number of the neuron from 0 and its time with as many
 * digits as give the same double back. Rows are in canonical order, (time, neuron).
 */
public final class SpikeCsv {
  private SpikeCsv() {}

  /**
   * Writes all spikes of a {@link SpikeFile}.
   *
   * @throws IOException if a file cannot be read or written, or the spike file is damaged; there is no half file then
   */
  public static void write(Path spikeFile, Path target) throws IOException {
    AtomicFile.write(target, path -> {
      try (SpikeFileReader reader = SpikeFile.open(spikeFile); BufferedWriter csv = Files.newBufferedWriter(path)) {
        csv.write("neuron,time_ms\n");
        SpikeBlock block = reader.newBlock();
        while (reader.next(block)) {
          for (int k = 0; k < block.count(); k++) {
            csv.write(Integer.toString(block.neuron(k)));
            csv.write(',');
            csv.write(Double.toString(block.timeMs(k)));
            csv.write('\n');
          }
        }
      }
    });
  }
}
