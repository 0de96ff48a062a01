package ranvier.bench.kernels;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import ranvier.scenarios.ttfs.TtfsThroughput;

/**
 * Inference and learning of first-spike networks on one thread; every network in a process of its own, as it would be
 * used. The counters tell samples and the thread's processor time of each iteration.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TtfsBenchmark {
  /** Names of {@link TtfsThroughput.Workload}. */
  @Param({"FORWARD_256_246_10", "FORWARD_784_350_10", "LEARN_256_246_10", "LEARN_784_350_10", "LEARN_4_120_3",
      "LEARN_4_120_3_DOUBLE"})
  public TtfsThroughput.Workload workload;

  private TtfsThroughput network;

  /** What JMH's own clock cannot tell. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Counters {
    /** Presented. */
    public long samples;
    /** Of the measuring thread. */
    public long cpuNanos;
    private long start;

    /** Reads the clock. */
    @Setup(Level.Iteration)
    public void begin() {
      start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Reads it again. */
    @TearDown(Level.Iteration)
    public void end() {
      cpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
  }

  /** Builds the network and its samples. */
  @Setup(Level.Trial)
  public void build() {
    network = new TtfsThroughput(workload);
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    network.close();
  }

  /** A few batches. */
  @Benchmark
  public void present(Counters counters) {
    counters.samples += network.pass();
  }
}
