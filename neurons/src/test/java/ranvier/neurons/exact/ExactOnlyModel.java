package ranvier.neurons.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ranvier.engine.model.ExactTime;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.VariableSpec;

/** A model for tests of exact time, without a form on the grid. */
public abstract class ExactOnlyModel implements NeuronModel {
  private final ModelDescription description;
  private final ExactLif kind;

  ExactOnlyModel(String name, ExactLif kind, Map<String, Double> more, String... variables) {
    this.kind = kind;
    List<ParameterSpec> parameters = new ArrayList<>();
    Map.of("C_m", 250.0, "tau_m", 10.0, "E_L", -70.0, "V_th", -55.0, "V_reset", -70.0, "t_ref", 2.0, "I_e", 0.0,
        "V_min", Double.NEGATIVE_INFINITY).forEach((n, v) -> parameters.add(spec(n, v)));
    more.forEach((n, v) -> parameters.add(spec(n, v)));
    List<VariableSpec> specs = new ArrayList<>();
    specs.add(new VariableSpec("V_m", "mV", "E_L", true, "membrane potential"));
    for (String v : variables) {
      specs.add(new VariableSpec(v, "", null, true, v));
    }
    description = new ModelDescription(name, "A test model.", "", parameters, specs, List.of(), "");
  }

  private static ParameterSpec spec(String name, double value) {
    return new ParameterSpec(name, "", value, ParameterSpec.Range.ANY, name);
  }

  @Override
  public final ModelDescription description() {
    return description;
  }

  @Override
  public final List<Receptor> receptors(Parameters parameters, boolean separate) {
    return List.of(new Receptor("syn", "", Receptor.Sign.BOTH, false));
  }

  @Override
  public final GridNeurons onGrid(GridBlock block) {
    throw new UnsupportedOperationException("exact time only");
  }

  @Override
  public final ExactTime exactTime() {
    return kind;
  }

  /** Input moves the potential. */
  public static final class Delta extends ExactOnlyModel {
    /** For the service loader. */
    public Delta() {
      super("test_delta", ExactLif.DELTA, Map.of("refractory_input", 0.0));
    }
  }

  /** Alpha-shaped currents. */
  public static final class Alpha extends ExactOnlyModel {
    /** For the service loader. */
    public Alpha() {
      super("test_alpha", ExactLif.ALPHA, Map.of("tau_syn_ex", 2.0, "tau_syn_in", 2.0), "I_syn_ex", "dI_syn_ex",
          "I_syn_in", "dI_syn_in");
    }
  }
}
