package ranvier.neurons;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.model.ExactTime;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;

/**
 * A model under the name that NEST gives its form with precise spike times. Parameters, equations and the form on the
 * grid are those of the model it stands for; in exact time the two are the same.
 */
public abstract class PreciseModel implements NeuronModel {
  private final NeuronModel same;
  private final ModelDescription description;

  /** The model {@code same} under another name. */
  protected PreciseModel(String name, NeuronModel same) {
    this.same = same;
    ModelDescription d = same.description();
    description = new ModelDescription(name, d.summary() + " NEST's name for " + d.name()
        + " with precise spike times.", d.equations(), d.parameters(), d.variables(), d.sources(), d.limits());
  }

  @Override
  public final ModelDescription description() {
    return description;
  }

  @Override
  public final List<Receptor> receptors(Parameters parameters, boolean separate) {
    return same.receptors(parameters, separate);
  }

  @Override
  public final void check(Parameters parameters, Consumer<String> problem) {
    same.check(parameters, problem);
  }

  @Override
  public final boolean hasSinglePrecision() {
    return same.hasSinglePrecision();
  }

  @Override
  public final GridNeurons onGrid(GridBlock block) {
    return same.onGrid(block);
  }

  @Override
  public abstract ExactTime exactTime();
}
