package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class CondExpMagnusProperties {
  private static final double H = 0.1;

  @Property(tries = 200)
  void aStepIsAccurateToItsPromise(@ForAll @DoubleRange(min = 1, max = 20) double tauEx,
      @ForAll @DoubleRange(min = 1, max = 20) double tauIn, @ForAll @DoubleRange(min = 5, max = 40) double leak,
      @ForAll @DoubleRange(min = -100, max = 100) double v, @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @DoubleRange(min = 0, max = 1) double size, @ForAll @DoubleRange(min = -10, max = 10) double drive) {
    CondExpCoefficients c = coefficients(new TestPopulation(new IafCondExp(), 1).set("tau_syn_ex", tauEx)
        .set("tau_syn_in", tauIn).set("g_L", leak));
    CondExpMagnus magnus = new CondExpMagnus(c);
    if (magnus.limit < 0) {
      double synaptic = size * (magnus.limit - magnus.leak);
      double ex = share * synaptic / magnus.ex;
      double in = (1 - share) * synaptic / magnus.in;
      assertEquals(c.potential(0, v, ex, in, drive), magnus.potential(v, ex, in, drive), 1e-6);
    }
  }

  /** The constant term is the leak's own; against a system without synapses the step is exact to the polynomial. */
  @Property(tries = 50)
  void withoutConductancesThePotentialDecaysExponentially(@ForAll @DoubleRange(min = -100, max = 100) double v,
      @ForAll @DoubleRange(min = 1, max = 500) double leak) {
    CondExpMagnus magnus = new CondExpMagnus(coefficients(slow(1).set("g_L", leak)));
    assertEquals(v * StrictMath.exp(-H * leak / 250), magnus.potential(v, 0, 0, 0), 2e-9);
  }

  @Example
  void servesSlowSynapsesAndLeavesFastOnes() {
    assertNotNull(coefficients(slow(1)).magnus);
    assertEquals(null, coefficients(new TestPopulation(new IafCondExp(), 1)).magnus, "h / tau_syn_ex = 0.5");
  }

  @Property(tries = 60)
  void vectorAndPlainCodeAgreeBitForBit(@ForAll long seed, @ForAll boolean single, @ForAll boolean driven,
      @ForAll boolean negative) {
    TestBlock.Form form = TestBlock.Form.plain(H).withSingle(single);
    GridRun plain = run(seed, form, driven, negative, 0);
    assertFalse(plain.spikes().isEmpty());
    RandomRun.assertSame(plain, run(seed, form.withVectors(true), driven, negative, 0));
  }

  @Property(tries = 40)
  void integerSumsAreTheSameInput(@ForAll long seed, @ForAll boolean single) {
    TestBlock.Form form = TestBlock.Form.plain(H).withSingle(single);
    GridRun plain = run(seed, form, false, false, 0.01);
    GridRun fromSums = run(seed, form.withVectors(true), false, false, 0.01);
    assertTrue(fromSums.hasTakenSums() && !plain.hasTakenSums());
    RandomRun.assertSame(plain, fromSums);
  }

  /** Arrivals of up to 700 nS take some neurons beyond the limit of the expansion for a while. */
  private static GridRun run(long seed, TestBlock.Form form, boolean driven, boolean negative,
      double unit) {
    Random random = new Random(seed);
    TestPopulation population = slow(1 + random.nextInt(100)).set("t_ref", 0.1 * random.nextInt(20))
        .set("I_e", 200 + 300 * random.nextDouble());
    double[] start = new double[population.size()];
    for (int i = 0; i < start.length; i++) {
      start[i] = negative && random.nextInt(8) == 0 ? -random.nextDouble() : 20 * random.nextDouble();
    }
    GridRun run = new GridRun(population.start("g_ex", start), form, 48);
    // Whatever else is drawn, somebody spikes.
    run.arrive(0, 1, 700);
    for (int k = 0; k < 4 * population.size(); k++) {
      double weight = (random.nextInt(5) == 0 ? 700 : 70) * random.nextDouble();
      run.arrive(random.nextInt(population.size()), 1 + random.nextInt(100), random.nextInt(3) == 0 ? -weight : weight);
    }
    if (driven) {
      run.current(random.nextInt(population.size()), 1 + random.nextInt(50), 80, 100 * random.nextGaussian());
    }
    return run.inUnits(unit).to(100);
  }

  @Example
  void theExpansionAndSmallStepsOfTheQuadratureAgree() {
    double[] coarse = voltages(H, 1);
    double[] fine = voltages(H / 8, 8);
    for (int i = 0; i < coarse.length; i++) {
      assertEquals(fine[i], coarse[i], 5e-6, "neuron " + i);
    }
  }

  private static double[] voltages(double h, int perTenth) {
    TestPopulation population = slow(16).set("V_th", 1000);
    GridRun run = new GridRun(population, TestBlock.Form.plain(h));
    Random random = new Random(3);
    for (int k = 0; k < 500; k++) {
      double weight = 60 * random.nextDouble();
      run.arrive(random.nextInt(16), perTenth * (1 + random.nextInt(300)), random.nextBoolean() ? weight : -weight);
    }
    run.to(perTenth * 300);
    double[] v = new double[16];
    for (int i = 0; i < v.length; i++) {
      v[i] = run.value("V_m", i);
      assertTrue(v[i] > -85 && v[i] < 0);
    }
    return v;
  }

  private static TestPopulation slow(int size) {
    return new TestPopulation(new IafCondExp(), size).set("tau_syn_ex", 5).set("tau_syn_in", 10);
  }

  private static CondExpCoefficients coefficients(TestPopulation population) {
    return new CondExpCoefficients(new TestBlock(population, TestBlock.Form.plain(H)));
  }
}
