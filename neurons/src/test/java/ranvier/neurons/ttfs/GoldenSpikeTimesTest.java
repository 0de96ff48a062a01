package ranvier.neurons.ttfs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published spike times and derivatives. Three entries differ in one digit from the table they were taken from, where a
 * digit is misprinted: B (1, 1) dT/dt_3, D (1, 1) dT/dw_5 and D (3, 0.5) dT/dt_2. The values here were computed with 50
 * digits; with the printed ones the derivatives with respect to time would not sum to 1.
 */
class GoldenSpikeTimesTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @CsvFileSource(resources = "golden-spike-times.csv", delimiter = '|', numLinesToSkip = 1)
  void matchesTheTable(String inputs, double tauM, double tauS, double time, int causal, String perWeight,
      String perTime) {
    Membrane membrane = Membrane.of(TtfsParameters.dimensionless(tauM, tauS));
    double[] t = times(inputs);
    double[] w = weights(inputs);
    FirstSpike spike = new FirstSpike();
    assertEquals(time, spike.find(membrane, t, w, IntStream.range(0, t.length).toArray(), t.length), TOLERANCE);
    assertEquals(causal, spike.causalInputs());
    String[] dw = perWeight.split(" ", -1);
    String[] dt = perTime.split(" ", -1);
    for (int i = 0; i < causal; i++) {
      double s = time - t[i];
      assertEquals(Double.parseDouble(dw[i]), FirstSpike.perWeight(membrane, s, spike.slope()), TOLERANCE);
      assertEquals(Double.parseDouble(dt[i]), FirstSpike.perTime(membrane, w[i], s, spike.slope()), TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({"A,1,1", "C,1,1", "C,2,1", "C,1.5,1", "C,0.7,1", "C,3,0.5"})
  void staysSilent(String inputs, double tauM, double tauS) {
    double[] t = times(inputs);
    double time = new FirstSpike().find(Membrane.of(TtfsParameters.dimensionless(tauM, tauS)), t, weights(inputs),
        IntStream.range(0, t.length).toArray(), t.length);
    assertEquals(Double.POSITIVE_INFINITY, time);
  }

  private static double[] times(String inputs) {
    return switch (inputs) {
      case "A" -> new double[] {0, 0.5, 1};
      case "B" -> new double[] {0.15, 0.6, 0.9, 1.4};
      case "C" -> new double[] {0.2, 0.3};
      default -> new double[] {0.1, 0.4, 0.8, 1.2, 1.6};
    };
  }

  private static double[] weights(String inputs) {
    return switch (inputs) {
      case "A" -> new double[] {0.8, 1.2, 0.9};
      case "B" -> new double[] {1.5, -0.7, 1.1, 2};
      case "C" -> new double[] {0.9, 0.9};
      default -> new double[] {2, -1.5, 1, 1.5, 0.3};
    };
  }
}
