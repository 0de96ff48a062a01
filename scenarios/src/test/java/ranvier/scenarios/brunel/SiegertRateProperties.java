package ranvier.scenarios.brunel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** What must hold for the rate of a neuron in white noise whatever its constants. */
class SiegertRateProperties {
  @Property(tries = 200, seed = "1")
  void growsWithTheMeanAndStaysBelowTheRefractoryLimit(@ForAll @DoubleRange(min = 0, max = 300) double mu,
      @ForAll @DoubleRange(min = 1, max = 20) double sigma, @ForAll @DoubleRange(min = -60, max = 19.5) double reset) {
    SiegertRate neuron = new SiegertRate(20, 2, 20, reset);
    double rate = neuron.hz(mu, sigma);
    assertTrue(rate >= 0 && rate < 500, "rate " + rate);
    assertTrue(neuron.hz(mu + 0.5, sigma) > rate, "grows");
  }

  @Property(tries = 200, seed = "2")
  void doesNotDependOnTheUnitOfPotential(@ForAll @DoubleRange(min = 0, max = 100) double mu,
      @ForAll @DoubleRange(min = 1, max = 20) double sigma, @ForAll @DoubleRange(min = 0.1, max = 10) double unit) {
    double rate = new SiegertRate(20, 2, 20, 10).hz(mu, sigma);
    double scaled = new SiegertRate(20, 2, 20 * unit, 10 * unit).hz(mu * unit, sigma * unit);
    assertEquals(rate, scaled, 1e-9 * rate);
  }

  @Property(tries = 200, seed = "3")
  void intervalIsRefractorinessPlusFirstPassage(@ForAll @DoubleRange(min = 15, max = 100) double mu,
      @ForAll @DoubleRange(min = 1, max = 20) double sigma, @ForAll @DoubleRange(min = 0.1, max = 10) double longer) {
    double rate = new SiegertRate(20, 2, 20, 10).hz(mu, sigma);
    double later = new SiegertRate(20, 2 + longer, 20, 10).hz(mu, sigma);
    assertEquals(1000 / rate + longer, 1000 / later, 1e-9 * 1000 / rate);
  }
}
