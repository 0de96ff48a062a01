package ranvier.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs in processes of their own: memory and compiled code of one run do not help the next. */
public final class Processes {
  private Processes() {}

  /** One run of ours, with the options that this virtual machine was started with. */
  static Measurement run(Model model, double milliseconds, boolean single, int threads, long seed)
      throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), OneRun.class.getName(), model.name(),
        Double.toString(milliseconds), single ? "single" : "double", Integer.toString(threads), Long.toString(seed)));
    return measurement(command);
  }

  /** Ends the run that there is, if any; it then counts as failed. From any thread. */
  public static void stop() {
    ProcessHandle.current().children().forEach(ProcessHandle::destroy);
  }

  /**
   * Starts a program and takes the measurement that it prints.
   *
   * @throws BenchException if it fails or prints none; with what it printed instead
   */
  static Measurement measurement(List<String> command) throws InterruptedException {
    Process process = null;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      StringBuilder other = new StringBuilder();
      Measurement found = null;
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith(OneRun.RESULT)) {
            found = Measurement.fromJson(line.substring(OneRun.RESULT.length()));
          } else {
            other.append(line).append('\n');
          }
        }
      }
      int code = process.waitFor();
      if (code != 0 || found == null) {
        throw new BenchException("a run ended with exit code " + code + ":\n" + other);
      }
      return found;
    } catch (IOException e) {
      throw new BenchException("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }
}
