package ranvier.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;

class StrokesProperties {
  private static final Scale UNIT = Scale.fromTickToTick(false, new Range(0, 1));

  @Property
  void everyRunOfNumbersIsOneLine(@ForAll("values") double[] y) {
    double[] x = IntStream.range(0, y.length).mapToDouble(i -> (double) i / y.length).toArray();
    int runs = 0;
    for (int i = 0; i < y.length; i++) {
      runs += !Double.isNaN(y[i]) && (i == 0 || Double.isNaN(y[i - 1])) ? 1 : 0;
    }
    PathReader path = read(x, y, Style.LINE);
    assertEquals(runs, path.parts.size());
    assertTrue(path.staysInside());
    assertTrue(path.parts.stream().noneMatch(java.util.List::isEmpty), "a move alone draws nothing");
  }

  @Property
  void linesPassThroughEveryPoint(@ForAll("values") double[] y) {
    double[] x = IntStream.range(0, y.length).mapToDouble(i -> (double) i / y.length).toArray();
    PathReader path = read(x, y, Style.LINE);
    for (int i = 0; i < y.length; i++) {
      if (!Double.isNaN(y[i])) {
        int atX = Strokes.units(UNIT.fraction(x[i]));
        int atY = Strokes.units(1 - UNIT.fraction(y[i]));
        assertTrue(path.strokes().stream().anyMatch(s -> (s.x1() == atX && s.y1() == atY)
            || (s.x2() == atX && s.y2() == atY)), "point " + i);
      }
    }
  }

  @Property
  void stepsAreLevelOrUpright(@ForAll("values") double[] y) {
    double[] x = IntStream.range(0, y.length).mapToDouble(i -> (double) i / y.length).toArray();
    PathReader path = read(x, y, Style.STEPS);
    assertTrue(path.strokes().stream().allMatch(s -> s.x1() == s.x2() || s.y1() == s.y2()));
  }

  @Example
  void aStepHoldsItsValueUntilTheNext() {
    assertEquals("M0 10000l5000 0 0-10000", Strokes.path(
        new Series("", new double[] {0, 0.5}, new double[] {0, 1}, Style.STEPS), UNIT, UNIT));
  }

  @Property(tries = 20)
  void thinningKeepsThePeaksOfEveryColumn(@ForAll long seed) {
    Random random = new Random(seed);
    int count = 50_000;
    double[] x = IntStream.range(0, count).mapToDouble(i -> i / (count - 1.0)).toArray();
    double[] y = random.doubles(count).toArray();
    PathReader path = read(x, y, Style.LINE);
    assertTrue(path.strokes().size() <= 4 * (Strokes.COLUMNS + 1), path.strokes().size() + " strokes");
    int[] top = new int[Strokes.COLUMNS + 1];
    int[] topDrawn = new int[Strokes.COLUMNS + 1];
    int width = Strokes.UNITS / Strokes.COLUMNS;
    for (int i = 0; i < count; i++) {
      int column = Strokes.units(x[i]) / width;
      top[column] = Math.max(top[column], Strokes.units(1 - y[i]));
    }
    path.strokes().forEach(s -> {
      topDrawn[s.x1() / width] = Math.max(topDrawn[s.x1() / width], s.y1());
      topDrawn[s.x2() / width] = Math.max(topDrawn[s.x2() / width], s.y2());
    });
    assertEquals(java.util.Arrays.toString(top), java.util.Arrays.toString(topDrawn));
  }

  private static PathReader read(double[] x, double[] y, Style style) {
    return new PathReader(Strokes.path(new Series("", x, y, style), UNIT, UNIT));
  }

  @Provide
  Arbitrary<double[]> values() {
    return Arbitraries.oneOf(Arbitraries.doubles().between(0, 1), Arbitraries.of(0.0, 1.0, Double.NaN))
        .array(double[].class).ofMinSize(0).ofMaxSize(60);
  }
}
