package ranvier.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import ranvier.engine.random.PoissonTable;

/** One Poisson count. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PoissonBenchmark {
  private static final int NEURONS = 4096;

  /** Vector code or its plain twin. */
  @Param({"true", "false"})
  public boolean vectorised;

  /** Expected count. */
  @Param({"0.8", "2.3"})
  public double mean;

  private final int[] counts = new int[NEURONS];
  private PoissonTable table;
  private long step;

  /** Builds the alias table. */
  @Setup(Level.Trial)
  public void table() {
    table = new PoissonTable(mean, 1, 0, vectorised);
  }

  /** Counts of all neurons in one step. */
  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public int[] draw() {
    table.draw(counts, NEURONS, 0, 1, step++);
    return counts;
  }
}
