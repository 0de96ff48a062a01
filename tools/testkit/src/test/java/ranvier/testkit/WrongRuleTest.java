package ranvier.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ranvier.engine.model.History;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.Models;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.model.SynapseRow;
import ranvier.engine.model.SynapseRule;

/** The ready-made properties catch wrong rules, and say which rule, which synapse and when. */
class WrongRuleTest {
  private static final double[][] PRE = {{10, 50, 90}};
  private static final double[][] POST = {{20, 49.5, 60}};
  private static final LearningProtocol PROTOCOL =
      new LearningProtocol(PRE, POST, new double[0], new double[] {0.5}, 1.0);

  /** A rule that does something at presynaptic spikes. */
  private record Wrong(String name, SpikeAction action, double rememberMs) implements SynapseModel {
    Wrong(String name, SpikeAction action) {
      this(name, action, 100);
    }

    interface SpikeAction {
      void spike(SynapseRow row, History post);
    }

    @Override
    public ModelDescription description() {
      return new ModelDescription(name, "wrong", "wrong", PlasticOptions.with(), List.of(), List.of(), "none");
    }

    @Override
    public boolean plastic() {
      return true;
    }

    @Override
    public SynapseRule rule(SynapseBlock block) {
      History post = block.postSpikes(List.of(), List.of());
      return new SynapseRule() {
        @Override
        public double rememberMs() {
          return rememberMs;
        }

        @Override
        public void spike(SynapseRow row) {
          action.spike(row, post);
        }
      };
    }
  }

  private static SynapseMust must(Wrong rule) {
    return new SynapseMust() {
      @Override
      public String model() {
        return rule.name();
      }

      @Override
      public double lowest() {
        return 0;
      }

      @Override
      public double highest() {
        return 1;
      }

      @Override
      public Models models() {
        return Models.of(List.of(new Repeater()), List.of(rule, new Still()));
      }
    };
  }

  /** Static synapses, by which the targets are told to spike. */
  private static final class Still implements SynapseModel {
    @Override
    public ModelDescription description() {
      return new ModelDescription("static", "still", "", List.of(), List.of(), List.of(), "none");
    }

    @Override
    public boolean plastic() {
      return false;
    }
  }

  private static void assertCaught(Wrong rule, Consumer<SynapseMust> property, String... parts) {
    AssertionError e = assertThrows(AssertionError.class, () -> property.accept(must(rule)));
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  @Test
  void whatIsNotANumberIsCaught() {
    assertCaught(new Wrong("divides_by_zero", (row, post) -> row.weights()[0] = 0.0 / 0.0),
        m -> m.keepWeightsFiniteAndInTheirBounds(PROTOCOL), "rule divides_by_zero", "synapse 0 -> 0", "at 10.0 ms");
  }

  @Test
  void aWeightThatLeavesItsBoundsIsCaught() {
    assertCaught(new Wrong("grows", (row, post) -> row.weights()[0] += 0.3),
        m -> m.keepWeightsFiniteAndInTheirBounds(PROTOCOL), "rule grows", "synapse 0 -> 0", "at 50.0 ms", "bounds");
  }

  @Test
  void aLookAtTheFutureIsCaught() {
    // The spike at 49.5 ms reaches the synapse at 50.5 ms, after the presynaptic one at 50 ms, but is known by then.
    assertCaught(new Wrong("clairvoyant", (row, post) -> row.weights()[0] = 0.1 * post.length(row.targets()[0])),
        m -> m.notReadTheFuture(PROTOCOL, 50), "rule clairvoyant", "future", "synapse 0 -> 0", "at 50.0 ms");
  }

  @Test
  void aHistoryWithoutEndIsCaught() {
    SynapseMust hoarder = must(new Wrong("hoarder", (row, post) -> { }, Double.POSITIVE_INFINITY));
    AssertionError e = assertThrows(AssertionError.class, hoarder::rememberABoundedPast);
    assertTrue(e.getMessage().contains("rule hoarder remembers"), e.getMessage());
  }

  @Test
  void aGoodRulePasses() {
    SynapseMust good = must(new Wrong("idle", (row, post) -> { }));
    good.keepWeightsFiniteAndInTheirBounds(PROTOCOL);
    good.notReadTheFuture(PROTOCOL, 50);
    good.learnTheSameInExactTime(PROTOCOL);
    good.notDependOnWorkers(PROTOCOL, 2);
    good.rememberABoundedPast();
  }
}
