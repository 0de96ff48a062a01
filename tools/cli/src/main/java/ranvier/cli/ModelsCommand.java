package ranvier.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ranvier.cli.terminal.TextTable;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.Models;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.SynapseModel;

/** Lists the models. */
@Command(name = "models", description = "lists the neuron and synapse models",
    footer = {"  ranvier models", "  ranvier describe iaf_psc_exp"})
final class ModelsCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    Models models = Models.installed();
    print("neurons", models.neurons().values().stream().map(NeuronModel::description));
    print("synapses", models.synapses().values().stream().map(SynapseModel::description));
  }

  private void print(String title, Stream<ModelDescription> models) {
    PrintWriter out = spec.commandLine().getOut();
    TextTable table = new TextTable("ll");
    models.forEach(m -> table.row(m.name(), m.summary()));
    out.println(title);
    table.print(out, "  ");
  }
}
