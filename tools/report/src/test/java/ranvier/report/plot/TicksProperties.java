package ranvier.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TicksProperties {
  @Property(tries = 3000)
  void linearTicksCoverAnyRange(@ForAll("ranges") Range range, @ForAll @IntRange(min = 2, max = 10) int intervals) {
    assertCover(Ticks.linear(range.low(), range.high(), intervals), range);
  }

  @Property(tries = 3000)
  void logarithmicTicksCoverAnyPositiveRange(@ForAll("positiveRanges") Range range) {
    assertCover(Ticks.logarithmic(range.low(), range.high()), range);
  }

  @Property(tries = 2000)
  void linearTicksAreEvenlySpacedAndLittleWiderThanTheRange(@ForAll("ordinaryRanges") Range range) {
    Ticks ticks = Ticks.linear(range.low(), range.high(), 5);
    double step = ticks.at()[1] - ticks.at()[0];
    double largest = Math.max(Math.abs(ticks.first()), Math.abs(ticks.last()));
    for (int i = 1; i < ticks.at().length; i++) {
      assertEquals(step, ticks.at()[i] - ticks.at()[i - 1], 1e-14 * largest);
    }
    double slack = 1e-14 * largest;
    assertTrue(range.low() - ticks.first() < step + slack && ticks.last() - range.high() < step + slack);
  }

  @Property(tries = 2000)
  void labelsDiffer(@ForAll("ordinaryRanges") Range range) {
    Ticks ticks = Ticks.linear(range.low(), range.high(), 5);
    assertEquals(ticks.at().length, new HashSet<>(ticks.labels()).size(), ticks.labels().toString());
  }

  @Property(tries = 2000)
  void scalesMapTheirRangeIntoThePlotInOrder(@ForAll("ranges") Range range, @ForAll boolean toTick) {
    Scale scale = toTick ? Scale.fromTickToTick(false, range) : Scale.aroundData(false, range, 6);
    double low = scale.fraction(range.low());
    double high = scale.fraction(range.high());
    assertTrue(low >= 0 && low <= high && high <= 1, low + " " + high);
    assertTrue(scale.ticks().at().length >= 2);
    assertTrue(scale.low() <= range.low() && scale.high() >= range.high());
    for (double tick : scale.ticks().at()) {
      assertTrue(tick >= scale.low() && tick <= scale.high());
    }
  }

  @Property(tries = 2000)
  void logarithmicScalesMapTheirRangeIntoThePlotInOrder(@ForAll("positiveRanges") Range range) {
    Scale scale = Scale.aroundData(true, range, 6);
    double low = scale.fraction(range.low());
    double high = scale.fraction(range.high());
    assertTrue(low >= 0 && low <= high && high <= 1, low + " " + high);
    assertTrue(Double.isNaN(scale.fraction(0)) && Double.isNaN(scale.fraction(-1)));
  }

  @Example
  void ticksAreRoundNumbers() {
    assertEquals("[0, 2, 4, 6, 8, 10]", Ticks.linear(0, 9.94, 5).labels().toString());
    assertEquals("[−0.50, −0.25, 0, 0.25, 0.50]", Ticks.linear(-0.4, 0.5, 4).labels().toString());
    assertEquals("[0.1, 1, 10, 100]", Ticks.logarithmic(0.3, 40).labels().toString());
    assertEquals("[20, 50, 100]", Ticks.logarithmic(23, 77).labels().toString());
    assertEquals("[10⁻⁵, 10⁻⁴, 0.001, 0.01]", Ticks.logarithmic(1e-5, 1e-2).labels().toString());
  }

  private static void assertCover(Ticks ticks, Range range) {
    double[] at = ticks.at();
    assertTrue(at.length >= 2 && at.length <= 12, at.length + " ticks");
    assertEquals(at.length, ticks.labels().size());
    assertTrue(at[0] <= range.low() && at[at.length - 1] >= range.high(), at[0] + " to " + at[at.length - 1]);
    for (int i = 0; i < at.length; i++) {
      assertTrue(Double.isFinite(at[i]) && (i == 0 || at[i] > at[i - 1]), i + ": " + at[i]);
    }
  }

  private static Range ordered(double a, double b) {
    return new Range(Math.min(a, b), Math.max(a, b));
  }

  /** Any two finite numbers, also next to each other, equal, tiny and huge. */
  @Provide
  Arbitrary<Range> ranges() {
    Arbitrary<Double> any = Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    Arbitrary<Double> edges = Arbitraries.of(0.0, 1.0, -1.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE,
        -Double.MAX_VALUE, 1e-300, 1e300, 0.1, 1e15);
    Arbitrary<Double> one = Arbitraries.oneOf(any, edges, Arbitraries.doubles().between(-1e6, 1e6));
    Arbitrary<Range> two = Combinators.combine(one, one).as(TicksProperties::ordered);
    Arbitrary<Range> near = Combinators.combine(one, Arbitraries.integers().between(0, 17)).as((value, digits) -> {
      double other = value * (1 + Math.pow(10, -digits));
      return ordered(value, Double.isFinite(other) ? other : value);
    });
    return Arbitraries.oneOf(two, near);
  }

  @Provide
  Arbitrary<Range> positiveRanges() {
    return ranges().map(r -> ordered(positive(r.low()), positive(r.high())));
  }

  @Provide
  Arbitrary<Range> ordinaryRanges() {
    return Combinators.combine(Arbitraries.doubles().between(-1e9, 1e9), Arbitraries.integers().between(-6, 9),
        Arbitraries.doubles().between(1, 10)).as((low, exponent, mantissa) ->
            new Range(low, low + Math.max(mantissa * Math.pow(10, exponent), 1e-8 * Math.abs(low))));
  }

  private static double positive(double value) {
    return Math.max(Math.abs(value), Ticks.SMALLEST_LOGARITHMIC);
  }
}
