package ranvier.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import ranvier.bench.kernels.TtfsBenchmark;
import ranvier.scenarios.ttfs.TtfsThroughput;

/** Samples per second of first-spike networks, by JMH: the numbers behind {@code ranvier bench ttfs}. */
public final class TtfsRates {
  /**
   * One measurement.
   *
   * @param workload network and work
   * @param perSecond samples per second of wall time, median over the iterations
   * @param perCpuSecond samples per second of the thread's processor time, median; on a shared machine this is the one
   *     that says what a core can do
   */
  public record Rate(TtfsThroughput.Workload workload, double perSecond, double perCpuSecond) {}

  private TtfsRates() {}

  /**
   * Measures all workloads, one process after the other.
   *
   * @param repetitions of each, after a warm-up
   * @param seconds that each repetition takes
   * @param each told every result as it comes
   * @throws BenchException if a process fails
   */
  public static void measure(int repetitions, double seconds, Consumer<Rate> each) {
    for (TtfsThroughput.Workload workload : TtfsThroughput.Workload.values()) {
      each.accept(rate(workload, repetitions, seconds));
    }
  }

  /** Measures one workload in a process of its own. */
  static Rate rate(TtfsThroughput.Workload workload, int repetitions, double seconds) {
    Collection<RunResult> results;
    try {
      results = new Runner(new OptionsBuilder().include(TtfsBenchmark.class.getName().replace(".", "\\."))
          .param("workload", workload.name()).measurementIterations(repetitions)
          .measurementTime(new TimeValue(Math.max(1, Math.round(seconds * 1000)), TimeUnit.MILLISECONDS))
          .verbosity(VerboseMode.SILENT).shouldFailOnError(true).build()).run();
    } catch (RunnerException failed) {
      throw new BenchException(workload + " could not be measured: " + failed.getMessage(), failed);
    }
    IterationResult[] iterations = results.stream().flatMap(r -> r.getBenchmarkResults().stream())
        .flatMap(r -> r.getIterationResults().stream()).toArray(IterationResult[]::new);
    if (iterations.length == 0) {
      throw new BenchException(workload + " could not be measured: its process ended without a result");
    }
    return new Rate(workload,
        Series.spread(Arrays.stream(iterations).mapToDouble(i -> i.getPrimaryResult().getScore()).toArray()).median()
            * TtfsThroughput.SAMPLES_PER_PASS,
        Series.spread(Arrays.stream(iterations)
            .mapToDouble(i -> counter(i, "samples") * 1e9 / counter(i, "cpuNanos")).toArray()).median());
  }

  private static double counter(IterationResult iteration, String name) {
    return iteration.getSecondaryResults().get(name).getScore();
  }
}
