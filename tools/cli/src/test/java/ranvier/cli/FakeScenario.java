package ranvier.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import ranvier.scenarios.RunContext;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.ScenarioParameter;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/** A scenario that simulates nothing and says what it was given. */
public class FakeScenario implements Scenario {
  /** What the last run was given. */
  static RunContext last;
  /** Run in the middle of the next run. */
  static Runnable meanwhile = () -> { };

  private final String name;

  /** For the service loader. */
  public FakeScenario() {
    this("fake");
  }

  FakeScenario(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return "Two populations that do nothing.";
  }

  @Override
  public String details() {
    return "For tests.";
  }

  @Override
  public List<ScenarioParameter> parameters() {
    return List.of(ScenarioParameter.choice("background", "what drives it", "poisson", "dc"),
        ScenarioParameter.number("rate", "Hz", 8, "of the background"));
  }

  @Override
  public RunDefaults defaults() {
    return new RunDefaults(1000, 100, 0.1);
  }

  @Override
  public RunResult run(RunContext context) throws InterruptedException {
    last = context;
    try {
      Files.writeString(context.workFolder().resolve("spikes.bin"), "large");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    context.progress().phase("simulating");
    context.progress().update(0.5, "550 ms");
    meanwhile.run();
    boolean complete = !context.stop().getAsBoolean();
    double biologicalMs = context.settings().durationMs() + context.settings().transientMs();
    return new RunResult(name, "0", context.settings().seed(), context.settings().timing(),
        context.settings().singlePrecision() ? "single" : "double", context.settings().dtMs(),
        context.settings().threads(), context.settings().transientMs(), complete ? biologicalMs : biologicalMs / 2,
        complete, 1.5, 0.55, 1250, 1_000_000, 4_000_000, 100_000_000, 12_345, 9_876_543, "c0ffee",
        List.of(new PopulationResult("E", 1000, 3.25, 1.0, 0.9, 0.05, 1.1),
            new PopulationResult("I", 250, 12.5, 2.0, Double.NaN, 0.0, 1.2)),
        List.of(Check.near("rate E (Hz)", 3.0, 0.5, 3.25, "a paper"),
            Check.near("rate I (Hz)", 10, 1, 12.5, "a paper")),
        Map.of(), null, List.of(), null);
  }

  /** Fails in the middle of a run. */
  public static final class BlowsUp extends FakeScenario {
    /** For the service loader. */
    public BlowsUp() {
      super("blows-up");
    }

    @Override
    public RunResult run(RunContext context) throws InterruptedException {
      super.run(context);
      throw new FailedException("V_m of neuron 7 of E is NaN at 12.5 ms", null);
    }
  }

  /** Cannot run with any settings. */
  public static final class Refuses extends FakeScenario {
    /** For the service loader. */
    public Refuses() {
      super("refuses");
    }

    @Override
    public RunResult run(RunContext context) {
      throw new IllegalArgumentException("--scale: refuses has no downscaling rule");
    }
  }

  /** Does not fit. */
  public static final class OutOfMemory extends FakeScenario {
    /** For the service loader. */
    public OutOfMemory() {
      super("too-large");
    }

    @Override
    public RunResult run(RunContext context) {
      throw new OutOfMemoryError("Java heap space");
    }
  }
}
