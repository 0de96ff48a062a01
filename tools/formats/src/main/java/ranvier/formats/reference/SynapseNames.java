package ranvier.formats.reference;

import java.util.Map;
import ranvier.engine.model.Models;
import ranvier.engine.model.SynapseModel;

/** Reference cases name synapse models without NEST's ending: {@code stdp} is {@code stdp_synapse}. */
final class SynapseNames {
  private SynapseNames() {}

  /** The installed model that is meant; the name itself if there is none. */
  static String installed(String name) {
    Map<String, SynapseModel> models = Models.installed().synapses();
    return !models.containsKey(name) && models.containsKey(name + "_synapse") ? name + "_synapse" : name;
  }
}
