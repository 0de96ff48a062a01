package ranvier.bench.kernels;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ranvier.engine.random.PoissonTable;

/** One Poisson count. */
@State(Scope.Thread)
public class PoissonBenchmark extends KernelBenchmark {
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
