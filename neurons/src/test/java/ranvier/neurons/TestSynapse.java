package ranvier.neurons;

import java.util.List;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.SynapseModel;

/** Stands for the static synapse, which a module that this one does not know provides. */
public final class TestSynapse implements SynapseModel {
  @Override
  public ModelDescription description() {
    return new ModelDescription("static", "constant weight", "none", List.of(), List.of(), List.of(), "none");
  }

  @Override
  public boolean plastic() {
    return false;
  }
}
