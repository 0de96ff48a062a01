package ranvier.synapses;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.model.SynapseRule;
import ranvier.engine.model.VariableSpec;

/**
 * Pair-based STDP of neighbouring spikes only; parameters and changes of weights are those of {@link StdpSynapse}. The
 * subclasses are the models.
 *
 * <p>Source: Morrison, Diesmann, Gerstner (2008), Biol Cybern 98:459, doi:10.1007/s00422-008-0233-1.
 */
public abstract sealed class StdpNearestNeighbour implements SynapseModel {
  private final ModelDescription description;
  private final NearestNeighbour.Scheme scheme;

  StdpNearestNeighbour(String name, NearestNeighbour.Scheme scheme, String pairs) {
    this.scheme = scheme;
    description = new ModelDescription(name, "Pair-based STDP of neighbouring spikes: " + pairs + ".",
        """
        x = w / Wmax
        postsynaptic spike: x += lambda (1 - x)^mu_plus K_plus, at most 1
        presynaptic spike: x -= alpha lambda x^mu_minus K_minus, at least 0; then w is transmitted
        pairs:\s""" + pairs, new StdpSynapse().description().parameters(),
        List.of(new VariableSpec("K_plus", "", null, false, "presynaptic trace"),
            new VariableSpec("paired", "", null, false, "whether the target has spiked since the presynaptic spike")),
        List.of("Morrison, Diesmann, Gerstner (2008), Biol Cybern 98:459, doi:10.1007/s00422-008-0233-1"),
        "spikes before the first presynaptic one pair with nothing");
  }

  /** {@code stdp_nn_symm_synapse}. */
  public static final class Symmetric extends StdpNearestNeighbour {
    /** For the service loader. */
    public Symmetric() {
      super("stdp_nn_symm_synapse", NearestNeighbour.Scheme.SYMMETRIC,
          "each spike with the last one of the other side before it");
    }
  }

  /** {@code stdp_nn_restr_synapse}. */
  public static final class Restricted extends StdpNearestNeighbour {
    /** For the service loader. */
    public Restricted() {
      super("stdp_nn_restr_synapse", NearestNeighbour.Scheme.RESTRICTED,
          "each presynaptic spike with its immediate neighbours on the other side, none twice");
    }
  }

  /** {@code stdp_nn_pre_centered_synapse}. */
  public static final class PresynapticCentred extends StdpNearestNeighbour {
    /** For the service loader. */
    public PresynapticCentred() {
      super("stdp_nn_pre_centered_synapse", NearestNeighbour.Scheme.PRESYNAPTIC_CENTRED,
          "each presynaptic spike with its nearest neighbours on the other side");
    }
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public boolean plastic() {
    return true;
  }

  @Override
  public void check(Parameters parameters, Consumer<String> problem) {
    WeightChange.check(parameters, problem);
  }

  @Override
  public SynapseRule rule(SynapseBlock block) {
    return new NearestNeighbour(block, scheme);
  }
}
