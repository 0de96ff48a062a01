package ranvier.scenarios.willshaw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import ranvier.scenarios.figure.Figure.Series;

/** A capacity against the number of ones or units: theory as a line, and what was found as points. */
final class CapacityCurve {
  private final String name;
  private final double[] theoryX;
  private final DoubleUnaryOperator theory;
  private final List<Double> foundX = new ArrayList<>();
  private final List<Double> foundY = new ArrayList<>();

  CapacityCurve(String name, double[] theoryX, DoubleUnaryOperator theory) {
    this.name = name;
    this.theoryX = theoryX;
    this.theory = theory;
  }

  void found(double x, double capacity) {
    foundX.add(x);
    foundY.add(capacity);
  }

  Stream<Series> series() {
    return Stream.of(new Series(name, theoryX, DoubleStream.of(theoryX).map(theory).toArray(), Series.Style.LINE),
        new Series(name + ", found", array(foundX), array(foundY), Series.Style.POINTS));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
