package ranvier.synapses;

import java.util.List;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.SynapseModel;

/** A synapse whose weight does not change: a spike adds the weight to the target's receptor after the delay. */
public final class StaticSynapse implements SynapseModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("static",
      "A synapse whose weight does not change.",
      "receptor += weight, delay after each presynaptic spike",
      List.of(), List.of(), List.of(), "none");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public boolean plastic() {
    return false;
  }
}
