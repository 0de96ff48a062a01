package ranvier.formats;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
