package ranvier.neurons.ttfs.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ArrivalOrderProperties {
  /** Evenly spread, crowded at one end, few distinct, all within the last bits, and with silent inputs. */
  @Property(tries = 500)
  void finiteTimesAreOrderedAndSimultaneousOnesByInput(@ForAll @IntRange(max = 600) int n, @ForAll long seed,
      @ForAll @IntRange(max = 4) int kind) {
    Random random = new Random(seed);
    float[] times = new float[n];
    for (int i = 0; i < n; i++) {
      times[i] = switch (kind) {
        case 0 -> 2 * random.nextFloat();
        case 1 -> random.nextInt(50) == 0 ? 1000 : random.nextFloat() * 1e-3f;
        case 2 -> random.nextInt(3);
        case 3 -> random.nextInt(500) * Float.MIN_VALUE;
        default -> random.nextInt(3) == 0 ? Float.POSITIVE_INFINITY : random.nextFloat();
      };
    }
    int[] expected = IntStream.range(0, n).filter(i -> Float.isFinite(times[i])).boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> times[i]).thenComparing(i -> i)).mapToInt(i -> i).toArray();
    float[] padded = Arrays.copyOf(times, Blocks.padded(n));
    Arrays.fill(padded, n, padded.length, Float.POSITIVE_INFINITY);
    for (Kernel kernel : List.of(new ScalarKernel(), new VectorKernel())) {
      ArrivalOrder order = new ArrivalOrder(Math.max(3, n), kernel);
      float[] others = new float[Blocks.WIDTH];
      Arrays.fill(others, Float.POSITIVE_INFINITY);
      System.arraycopy(new float[] {3, 1, 2}, 0, others, 0, 3);
      order.sort(others, 3);
      int[] inputs = order.sort(padded, n);
      assertEquals(expected.length, order.count());
      assertArrayEquals(expected, Arrays.copyOf(inputs, order.count()), kernel.getClass().getSimpleName());
    }
  }
}
