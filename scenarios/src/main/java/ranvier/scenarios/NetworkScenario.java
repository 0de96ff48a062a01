package ranvier.scenarios;

import java.util.List;
import ranvier.engine.network.Network;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.RunResult;

/** A scenario that is one spiking network: describes it, and says what its activity must be. */
public abstract class NetworkScenario implements Scenario {
  /**
   * The network for these settings.
   *
   * @throws IllegalArgumentException on settings that cannot run, with a message for the user
   */
  public abstract Network network(RunContext context);

  /** What the activity must be, against the paper. */
  protected abstract List<Check> checks(RunContext context, NetworkOutcome outcome);

  /** Figures of this scenario's own; the standard ones come first. */
  protected List<Section> sections(RunContext context, NetworkOutcome outcome) {
    return List.of();
  }

  /** Published mean rates in the order of the populations, drawn beside ours; null if there are none. */
  protected double[] publishedRatesHz(RunContext context) {
    return null;
  }

  @Override
  public final RunResult run(RunContext context) throws InterruptedException {
    Network network = network(context);
    RunResult result = new NetworkRun(name(), network, context)
        .run(publishedRatesHz(context), outcome -> checks(context, outcome), outcome -> sections(context, outcome));
    if (!context.settings().compareGrid() || !context.settings().exact() || !result.complete()) {
      return result;
    }
    RunContext onGrid = context.with(context.settings().onGridUnrecorded());
    RunResult grid = new NetworkRun(name(), network, onGrid)
        .run(null, outcome -> checks(onGrid, outcome), outcome -> List.of());
    return result.with(new TimingComparison(result, grid).section());
  }
}
