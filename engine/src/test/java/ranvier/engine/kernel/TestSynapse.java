package ranvier.engine.kernel;

import java.util.List;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.SynapseModel;

/** The static synapse, for tests of the kernel. */
final class TestSynapse implements SynapseModel {
  @Override
  public ModelDescription description() {
    return new ModelDescription("static", "test", "", List.of(), List.of(), List.of(), "");
  }

  @Override
  public boolean plastic() {
    return false;
  }
}
