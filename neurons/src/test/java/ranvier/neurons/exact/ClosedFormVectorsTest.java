package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors derived independently, with tau_m 10 ms, tau_s 0.5 ms, C 250 pF, E_L -65 mV, V_th -50 mV. */
class ClosedFormVectorsTest {
  private static final double RELATIVE = 1e-12;

  private final ExponentialMembrane membrane = new ExponentialMembrane(10.0, 0.5, 0.5, 250.0);

  @Test
  void propagatorOverATenthOfAMillisecond() {
    assertEquals(3.606717487814446e-4, membrane.response(0.1, 0.5), 3.6e-4 * RELATIVE);
    membrane.set(1.0, 0.0, 0.0);
    membrane.at(0.1);
    assertEquals(0.990049833749168, membrane.potential, 1e-14);
  }

  @Test
  void peakOfTheResponse() {
    double peak = PostsynapticResponse.peakTime(10.0, 0.5);
    assertEquals(10.0 * 0.5 / 9.5 * Math.log(20.0), peak, 1e-14);
    assertEquals(0.15 / 87.80854, membrane.response(peak, 0.5), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"-51,5000,0,0.05732286748643034", "-65,0,400,27.725887222397834", "-60,2000,500,7.691332632330189",
      "-52,-500,400,13.993664426865042"})
  void crossings(double v, double synaptic, double constant, double expected) {
    double steady = -65.0 + constant * 10.0 / 250.0;
    membrane.set(v - steady, synaptic, 0.0);
    assertEquals(expected, membrane.crossing(-50.0 - steady, Double.POSITIVE_INFINITY), expected * RELATIVE);
    assertEquals(expected, membrane.crossing(-50.0 - steady, 30.0), expected * RELATIVE);
  }

  @Test
  void aPeakBelowTheThresholdIsNoCrossing() {
    membrane.set(-51.0 + 65.0, 1000.0, 0.0);
    assertEquals(Double.POSITIVE_INFINITY, membrane.crossing(15.0, Double.POSITIVE_INFINITY));
    assertEquals(0.0, slopeAt(0.5058034872), 1e-8);
    assertEquals(-50.4546336399 + 65.0, membrane.potential, 1e-9);
    assertEquals(0.5058034872, membrane.crossing(-50.4546336399 - 1e-10 + 65.0, 10.0), 1e-4);
  }

  @Test
  void intervalUnderConstantCurrent() {
    membrane.set(-16.0, 0.0, 0.0);
    assertEquals(29.725887222397812, 2.0 + membrane.crossing(-1.0, Double.POSITIVE_INFINITY), 1e-12 * 30);
  }

  private double slopeAt(double t) {
    membrane.at(t);
    return membrane.slope;
  }
}
