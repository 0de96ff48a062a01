package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.exact.Explanation;
import ranvier.engine.kernel.SpikeExplainer;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

class SpikeExplainerTest {
  @Test
  void contributionsAddUpToThePotentialAndFollowTheClosedForm() {
    // Three arrivals of different strength carry the neuron over the threshold.
    Network network = Network.named("chain").population("N", 1, "iaf_psc_exp_ps").population("M", 1, "iaf_psc_exp_ps")
        .spikeTrains("in", new double[] {1.0}, new double[] {1.5}, new double[] {2.25})
        .project("in", "N", new Rule.Explicit(new int[] {0, 1, 2}, new int[] {0, 0, 0}),
            s -> s.weight(Distribution.listed(2500, -100, 2400)).delayMs(Distribution.listed(1.0, 1.0, 1.5)))
        .project("N", "M", new Rule.AllToAll(true), s -> s.weight(4000).delayMs(1.0)).build();
    SpikeExplainer explainer = new SpikeExplainer(network, Models.installed(), ExactOptions.of(1, 1), 20.0);
    Explanation why = explainer.explain(0, 0.0);
    assertEquals(-55.0, why.potentialMv(), 1e-10);
    assertEquals(-70.0, why.withoutMv(), 1e-10);
    assertEquals(15.0, why.causes().stream().mapToDouble(Explanation.Cause::contributionMv).sum(), 1e-9);
    ExponentialMembrane membrane = new ExponentialMembrane(10.0, 2.0, 2.0, 250.0);
    for (Explanation.Cause c : why.causes()) {
      assertEquals(c.weight() * membrane.response(why.timeMs() - c.arrivalMs(), 2.0), c.contributionMv(), 1e-9);
    }
    assertEquals(3, why.causes().size());
    Explanation after = explainer.explain(1, 0.0);
    assertEquals(0, after.causes().get(0).source());
    assertEquals(why.timeMs(), explainer.causes(after, 1).get(0).timeMs());
  }
}
