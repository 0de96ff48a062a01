package ranvier.engine.plasticity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  /** Rows of many lengths, one after another, against a stable sort with a comparator. */
  @Test
  void sortsByTheLastKeyFirst() {
    Random random = new Random(1);
    RowOrder order = new RowOrder();
    for (int row = 0; row < 200; row++) {
      int length = random.nextInt(1 + 5 * row);
      int[] targets = random.ints(length, 0, 50).toArray();
      double[] delays = random.ints(length, 0, 4).mapToDouble(k -> 1.0 + 0.1 * k).toArray();
      int[] receptors = random.ints(length, -1, 2).toArray();
      order.start(length);
      order.by(targets);
      order.by(delays);
      order.by(receptors);
      int[] expected = IntStream.range(0, length).boxed().sorted(Comparator.<Integer>comparingInt(k -> receptors[k])
          .thenComparingDouble(k -> delays[k]).thenComparingInt(k -> targets[k])).mapToInt(k -> k).toArray();
      assertArrayEquals(expected, IntStream.range(0, length).map(order::at).toArray(), "row " + row);
    }
  }
}
