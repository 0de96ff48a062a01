package ranvier.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DotsProperties {
  @Property(tries = 200)
  void everyDotIsDrawnWithinTheResolutionAndNothingElseIs(@ForAll long seed, @ForAll @IntRange(max = 400) int count,
      @ForAll @IntRange(min = 1, max = 500) int budget) {
    Random random = new Random(seed);
    int[] x = random.ints(count, -500, Strokes.UNITS + 1).toArray();
    int[] y = random.ints(count, 0, 20).map(row -> row * 500 + 250).toArray();
    Dots dots = Dots.place(x, y, true, budget);
    PathReader path = new PathReader(dots.path(0, Integer.MAX_VALUE));
    assertTrue(path.staysInside());
    double resolution = Math.max(4, dots.merged() * Strokes.UNITS);
    Map<Integer, List<PathReader.Stroke>> rows = new HashMap<>();
    path.strokes().forEach(s -> rows.computeIfAbsent(s.y1(), row -> new ArrayList<>()).add(s));
    for (int i = 0; i < count; i++) {
      int at = x[i];
      assertTrue(at < 0 || rows.getOrDefault(y[i], List.of()).stream()
          .anyMatch(s -> s.x1() <= at && at < s.x2() + resolution), "dot " + i);
    }
    for (PathReader.Stroke s : path.strokes()) {
      boolean hasDot = false;
      for (int i = 0; i < count; i++) {
        hasDot |= y[i] == s.y1() && x[i] >= s.x1() && x[i] < s.x1() + resolution;
      }
      assertTrue(hasDot, "a stroke starts where no dot is: " + s);
    }
    assertTrue(path.strokes().size() <= Math.max(budget, 20), path.strokes().size() + " strokes");
  }

  @Property(tries = 100)
  void bandsTogetherAreTheWhole(@ForAll long seed, @ForAll @IntRange(max = 9999) int cut) {
    Random random = new Random(seed);
    Dots dots = Dots.place(random.ints(300, 0, 10_001).toArray(), random.ints(300, 0, 10_001).toArray(), true, 1000);
    List<PathReader.Stroke> parts = new ArrayList<>(new PathReader(dots.path(0, cut)).strokes());
    parts.addAll(new PathReader(dots.path(cut, Integer.MAX_VALUE)).strokes());
    assertEquals(new PathReader(dots.path(0, Integer.MAX_VALUE)).strokes(), parts);
  }

  @Example
  void aMillionDotsKeepWithinTheBudget() {
    Random random = new Random(5);
    int[] x = random.ints(1_000_000, 0, Strokes.UNITS).toArray();
    int[] y = random.ints(1_000_000, 0, 1000).map(row -> 10 * row).toArray();
    Dots dots = Dots.place(x, y, true, 60_000);
    PathReader path = new PathReader(dots.path(0, Integer.MAX_VALUE));
    assertTrue(path.strokes().size() <= 60_000);
    assertTrue(dots.merged() > 0, "merging is admitted");
  }
}
