package ranvier.bench;

import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks of {@code ranvier.bench.kernels}; they print their own results. */
public final class Kernels {
  private Kernels() {}

  /**
   * Runs the benchmarks whose class and method match.
   *
   * @param pattern a regular expression
   * @throws BenchException if none matches, or one fails
   */
  public static void run(String pattern) {
    try {
      new Runner(new OptionsBuilder().include("ranvier\\.bench\\.kernels\\..*(" + pattern + ").*").build()).run();
    } catch (NoBenchmarksException e) {
      throw new BenchException("no kernel matches " + pattern
          + "; try Delivery, Neuron, Poisson, Queue, Strict, Exchange, Slice, Event, Plastic or Ttfs", e);
    } catch (RunnerException e) {
      throw new BenchException("the kernels could not be measured: " + e.getMessage(), e);
    }
  }
}
