package ranvier.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import ranvier.engine.network.Distribution;

/** Units of fixed point where learned weights share them with constant ones. */
class WeightCodesProperties {
  private static final double IN_DEGREE = 1_000.0;

  @Property
  void learnedWeightsFitBesideExactConstantOnes(@ForAll @DoubleRange(min = 0.01, max = 10.0) double smallest,
      @ForAll @DoubleRange(min = 0.01, max = 100.0) double learned) {
    List<Distribution> constant = List.of(Distribution.constant(-5 * smallest), Distribution.constant(smallest));
    double unit = WeightCodes.resolution(constant, learned, IN_DEGREE);
    double largest = Math.max(learned, 5 * smallest);
    assertTrue(largest <= WeightCodes.MAX * unit, "the largest weight fits");
    assertTrue(2 * largest > WeightCodes.MAX * unit, "and a smaller unit would not do");
    assertEquals(smallest, unit * WeightCodes.code(smallest, unit), 0.0);
  }

  @Property
  void unitOfLearnedWeightsAlone(@ForAll @DoubleRange(min = 0.01, max = 1e6) double learned) {
    double unit = WeightCodes.resolution(List.of(), learned, IN_DEGREE);
    assertTrue(learned <= WeightCodes.MAX * unit);
    assertTrue(2 * learned > WeightCodes.MAX * unit);
  }
}
