package ranvier.scenarios.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.scenarios.NetworkRun;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunSettings;
import ranvier.scenarios.Runs;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.RunResult;

class StdpBalanceTest {
  private static final String SMALL = "size=0.05";
  private final StdpBalance scenario = new StdpBalance();

  private RunSettings settings(int threads) {
    return Runs.grid(scenario, 100, 20, threads, 5, 1.0);
  }

  /** What the checks compare is what a run of the network alone gives, and does not depend on workers. */
  @Test
  void reportsTheWeightsOfItsNetworkWhateverTheWorkers() throws Exception {
    Simulation alone = NetworkRun.build(scenario.network(Runs.context(scenario, settings(1), SMALL)), settings(1),
        done -> { });
    double[] start = alone.weights("plastic").weights();
    alone.run(120, RunControl.NONE);
    double[] end = alone.weights("plastic").weights();
    assertTrue(!Arrays.equals(start, end), "no weight has changed");
    double mean = Arrays.stream(end).average().orElseThrow();
    double std = Math.sqrt(Arrays.stream(end).map(w -> (w - mean) * (w - mean)).average().orElseThrow());
    String hash = null;
    for (int threads = 1; threads <= 3; threads++) {
      RunResult result = Runs.run(scenario, settings(threads), SMALL);
      assertEquals(mean, actual(result, "mean weight at the end (pA), grid"), 1e-9);
      assertEquals(std, actual(result, "standard deviation of weights at the end (pA), grid"), 1e-9);
      hash = hash == null ? result.spikeHash() : hash;
      assertEquals(hash, result.spikeHash(), threads + " threads");
      assertEquals(alone.spikes(), result.spikes());
    }
  }

  private static double actual(RunResult result, String name) {
    return result.checks().stream().filter(c -> c.name().equals(name)).mapToDouble(Check::actual).findFirst()
        .orElseThrow();
  }

  @Test
  void silentNeuronsLearnNothing() {
    BalanceTheory.Weights start = new BalanceTheory.Weights(40, 3);
    BalanceTheory.Weights end = new BalanceTheory(1.05, 0.4).after(100, 0.0, BalanceTheory.Correlation.NONE, start);
    assertEquals(40.0, end.meanPa(), 1e-12);
    assertEquals(3.0, end.stdPa(), 1e-12);
  }

  /** Far from its equilibrium the spread falls as exp(-lambda tau r^2 (1 + alpha) t), at half the rate of variance. */
  @Test
  void wideSpreadsDecayExponentially() {
    BalanceTheory.Weights end = new BalanceTheory(1.0, 1.0).after(5, 10.0, BalanceTheory.Correlation.NONE,
        new BalanceTheory.Weights(35, 1e6));
    assertEquals(1e6 * Math.exp(-0.01 * 0.02 * 100 * 2.0 * 5), end.stdPa(), 1e-3 * 1e6);
  }

  /** Mean and variance of the input do not change with the size, hence the rate does not; rounding of inputs does. */
  @Test
  void everySizeHasTheRateOfTheWhole() {
    double whole = new BalanceTheory(1.05, 1.0).rateHz();
    assertEquals(0.0, new BalanceTheory(1.05, 1.0).currentPa(), 1e-9);
    for (double size : new double[] {0.04, 0.2, 0.4, 0.8}) {
      assertEquals(whole, new BalanceTheory(1.05, size).rateHz(), 1e-3 * whole, "size " + size);
    }
  }

  /** Volleys that all neurons join: products of counts within each half of the window, worked out by hand. */
  @Test
  void correlationOfRegularVolleys() {
    int[] activity = new int[10_100];
    for (int k = 0; k < activity.length; k += 50) {
      activity[k] = 10;
    }
    BalanceTheory.Correlation c = BalanceTheory.Correlation.of(activity, 10);
    // Per ms 1/50 in the mean: products of one neuron's probabilities are 1/50 at lags that are multiples of 50 ms,
    // less the square of the mean everywhere, less the own variance 1/50/10 at lag 0.
    double plus = 0.0;
    double minus = 0.0;
    for (int lag = -100; lag <= 100; lag++) {
      double hz = 1e3 * ((lag % 50 == 0 ? 0.02 : 0.0) - 0.0004 - (lag == 0 ? 0.002 : 0.0));
      double window = Math.exp(-Math.abs(lag + 1.5) / 20.0);
      plus += lag + 1.5 > 0 ? hz * window : 0.0;
      minus += lag + 1.5 < 0 ? hz * window : 0.0;
    }
    assertEquals(plus, c.plusHz(), 1e-9);
    assertEquals(minus, c.minusHz(), 1e-9);
  }

  /** Without learning, or with another step, the spread would not fall as it does: a quarter of the change is left. */
  @Test
  void learnsAsTheTheorySays() {
    RunSettings settings = Runs.grid(scenario, 1300, 200, 1, 1, 1.0);
    BalanceTheory theory = new BalanceTheory(1.05, 0.2);
    RunContext context = Runs.context(scenario, settings, "size=0.2");
    PlasticRun run = PlasticRun.of(scenario.network(context), context, settings, 1, theory.highestPa());
    double expected = StdpBalance.predicted(theory, run).getLast().stdPa();
    assertTrue(expected < run.first().stdPa(), "the theory has the spread fall");
    assertEquals(expected, run.last().stdPa(), 0.25 * (run.first().stdPa() - expected));
  }

  @Test
  void refusesSizesThatCannotBe() {
    for (String size : new String[] {"0.001", "1.5", "NaN", "0"}) {
      String message = assertThrows(IllegalArgumentException.class,
          () -> scenario.network(Runs.context(scenario, settings(1), "size=" + size))).getMessage();
      assertTrue(message.contains("size") && message.contains("0.01"), message);
    }
  }
}
