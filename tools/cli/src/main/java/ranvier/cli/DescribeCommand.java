package ranvier.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ranvier.cli.terminal.Quantity;
import ranvier.cli.terminal.TextTable;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.Models;
import ranvier.engine.network.Nearest;
import ranvier.scenarios.RunDefaults;
import ranvier.scenarios.Scenario;
import ranvier.scenarios.Scenarios;

/** Says what a scenario or a model is, and what can be set. */
@Command(name = "describe", description = "says what a scenario or a model is: parameters, defaults, units, sources",
    footer = {"  ranvier describe microcircuit", "  ranvier describe iaf_psc_exp"})
final class DescribeCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "of a scenario or a model")
  private String name;

  @Override
  public void run() {
    Scenario scenario = Scenarios.installed().get(name);
    Models models = Models.installed();
    if (scenario != null) {
      describe(scenario);
    } else if (models.neurons().containsKey(name)) {
      describe("neuron model", models.neurons().get(name).description());
    } else if (models.synapses().containsKey(name)) {
      describe("synapse model", models.synapses().get(name).description());
    } else {
      List<String> known = new ArrayList<>(Scenarios.installed().keySet());
      known.addAll(models.neurons().keySet());
      known.addAll(models.synapses().keySet());
      throw new WrongInputException("there is no scenario and no model named " + name
          + Nearest.suggestion(name, known));
    }
  }

  private void describe(Scenario scenario) {
    PrintWriter out = spec.commandLine().getOut();
    RunDefaults defaults = scenario.defaults();
    out.println(scenario.name() + " (scenario)");
    out.println(scenario.summary());
    paragraph("", scenario.details());
    out.println();
    out.println("Defaults: --duration " + Quantity.plain(defaults.durationMs()) + " --transient "
        + Quantity.plain(defaults.transientMs()) + " --dt " + Quantity.plain(defaults.dtMs()));
    if (!scenario.parameters().isEmpty()) {
      TextTable table = new TextTable("llll").row("--set", "default", "unit", "");
      scenario.parameters().forEach(p -> table.row(p.key(), p.defaultValue(), p.unit(),
          p.meaning() + (p.choices().isEmpty() ? "" : " (" + String.join(", ", p.choices()) + ")")));
      out.println();
      table.print(out, "");
    }
  }

  private void describe(String kind, ModelDescription model) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(model.name() + " (" + kind + ")");
    out.println(model.summary());
    paragraph("Equations", model.equations());
    if (!model.parameters().isEmpty()) {
      TextTable table = new TextTable("lrlll").row("parameter", "default", "unit", "range", "");
      model.parameters().forEach(p -> table.row(p.name(), Quantity.plain(p.defaultValue()), p.unit(),
          p.range().toString(), p.meaning()));
      out.println();
      table.print(out, "");
    }
    if (!model.variables().isEmpty()) {
      TextTable table = new TextTable("llll").row("variable", "initial", "unit", "");
      model.variables().forEach(v -> table.row(v.name(), initial(v.initialParameter(), v.settable()), v.unit(),
          v.meaning()));
      out.println();
      table.print(out, "");
    }
    paragraph("Limits", model.limits());
    paragraph("Sources", String.join("\n", model.sources()));
  }

  private static String initial(String parameter, boolean settable) {
    return (parameter == null ? "0" : parameter) + (settable ? "" : " (fixed)");
  }

  private void paragraph(String title, String text) {
    if (!text.isBlank()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println();
      if (!title.isEmpty()) {
        out.println(title);
      }
      text.strip().lines().forEach(line -> out.println((title.isEmpty() ? "" : "  ") + line));
    }
  }
}
