package ranvier.formats;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import ranvier.engine.record.SpikeBlock;
import ranvier.engine.record.SpikeFile;
import ranvier.engine.record.SpikeFileReader;

/**
 * Spikes as text: columns {@code neuron,time_ms}, the global number of the neuron from 0 and its time with as many
 * digits as give the same double back. Rows are in canonical order, (time, neuron).
 */
public final class SpikeCsv {
  private static final String HEADER = "neuron,time_ms";

  private SpikeCsv() {}

  /**
   * The spikes of a file, in its order.
   *
   * @param neurons global numbers
   * @param timesMs one per neuron
   */
  public record Spikes(int[] neurons, double[] timesMs) {}

  /**
   * Reads what {@link #write} has written.
   *
   * @throws IOException if it cannot be read, or naming the first line that is wrong
   */
  public static Spikes read(Path file) throws IOException {
    int[] neurons = new int[1024];
    double[] times = new double[1024];
    int n = 0;
    try (BufferedReader csv = Files.newBufferedReader(file)) {
      String header = csv.readLine();
      if (!HEADER.equals(header)) {
        throw new IOException(file + " is no spike file: its first line must be " + HEADER);
      }
      for (String line = csv.readLine(); line != null; line = csv.readLine()) {
        if (n == neurons.length) {
          neurons = Arrays.copyOf(neurons, 2 * n);
          times = Arrays.copyOf(times, 2 * n);
        }
        int comma = line.indexOf(',');
        try {
          neurons[n] = Integer.parseInt(line.substring(0, Math.max(0, comma)));
          times[n] = Double.parseDouble(line.substring(comma + 1));
        } catch (NumberFormatException notNumbers) {
          throw new IOException(file + ", line " + (n + 2) + ": must be a neuron and a time in ms, got " + line,
              notNumbers);
        }
        if (neurons[n] < 0 || !Double.isFinite(times[n])) {
          throw new IOException(file + ", line " + (n + 2) + ": a neuron's number must not be negative and a time must"
              + " be finite, got " + line);
        }
        n++;
      }
    }
    return new Spikes(Arrays.copyOf(neurons, n), Arrays.copyOf(times, n));
  }

  /**
   * Writes all spikes of a {@link SpikeFile}.
   *
   * @throws IOException if a file cannot be read or written, or the spike file is damaged; there is no half file then
   */
  public static void write(Path spikeFile, Path target) throws IOException {
    AtomicFile.write(target, path -> {
      try (SpikeFileReader reader = SpikeFile.open(spikeFile); BufferedWriter csv = Files.newBufferedWriter(path)) {
        csv.write(HEADER + "\n");
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
