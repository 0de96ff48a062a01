package ranvier.formats;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ranvier.engine.kernel.ProbeData;

/**
 * Writes samples of state variables as text: columns {@code neuron,variable,time_ms,value}, the global number of the
 * neuron from 0; numbers with as many digits as give the same double back. The file appears with {@link #commit};
 * closed without it, nothing is left behind. For one thread.
 */
public final class TraceCsv implements Closeable {
  private final AtomicFile file;
  private final BufferedWriter csv;

  /**
   * Starts a file.
   *
   * @throws IOException if it cannot be written
   */
  public TraceCsv(Path target) throws IOException {
    file = new AtomicFile(target);
    csv = Files.newBufferedWriter(file.partial());
    csv.write("neuron,variable,time_ms,value\n");
  }

  /**
   * Writes everything that probes have recorded.
   *
   * @throws IOException if the file cannot be written; there is no half file then
   */
  public static void write(List<ProbeData> probes, Path target) throws IOException {
    try (TraceCsv traces = new TraceCsv(target)) {
      for (ProbeData data : probes) {
        traces.add(data);
      }
      traces.commit();
    }
  }

  private void add(ProbeData data) throws IOException {
    List<String> variables = data.probe().variables();
    double[][] samples = data.samples();
    for (int s = 0; s < samples.length; s++) {
      double timeMs = (s + 1) * data.probe().intervalMs();
      for (int column = 0; column < data.columns(); column++) {
        int neuron = data.firstNeuron() + data.probe().neurons().get(column / variables.size());
        add(neuron, variables.get(column % variables.size()), timeMs, samples[s][column]);
      }
    }
  }

  /** Adds a sample. */
  public void add(int neuron, String variable, double timeMs, double value) throws IOException {
    csv.write(Integer.toString(neuron));
    csv.write(',');
    csv.write(variable);
    csv.write(',');
    csv.write(Double.toString(timeMs));
    csv.write(',');
    csv.write(Double.toString(value));
    csv.write('\n');
  }

  /** Completes the file and puts it into its place. */
  public void commit() throws IOException {
    csv.close();
    file.commit();
  }

  @Override
  public void close() throws IOException {
    csv.close();
    file.close();
  }
}
