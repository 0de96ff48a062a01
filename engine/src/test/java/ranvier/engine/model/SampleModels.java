package ranvier.engine.model;

import java.util.List;
import java.util.function.Consumer;

/** Models that exist for tests only. */
public final class SampleModels {
  private SampleModels() {}

  /** One neuron model {@code lif} and the synapse models {@code static} and {@code depressing}. */
  public static Models models() {
    return Models.of(List.of(new Lif()), List.of(new Synapse("static", false, List.of(), List.of()),
        new Synapse("depressing", true,
            List.of(new ParameterSpec("U", "", 0.5, ParameterSpec.Range.FRACTION, "utilisation")),
            List.of(new VariableSpec("x", "", null, false, "resources")))));
  }

  /** A leaky integrator whose rules resemble those of real models; it cannot run. */
  private static final class Lif implements NeuronModel {
    @Override
    public ModelDescription description() {
      return new ModelDescription("lif", "A leaky integrator.", "", List.of(
          new ParameterSpec("tau_m", "ms", 10, ParameterSpec.Range.POSITIVE, "time constant"),
          new ParameterSpec("V_th", "mV", -50, ParameterSpec.Range.FINITE, "threshold"),
          new ParameterSpec("V_reset", "mV", -65, ParameterSpec.Range.FINITE, "reset"),
          new ParameterSpec("V_min", "mV", Double.NEGATIVE_INFINITY, ParameterSpec.Range.ANY, "lower bound"),
          new ParameterSpec("refractory_input", "", 0, ParameterSpec.Range.BOOLEAN, "keep input")),
          List.of(new VariableSpec("V_m", "mV", "V_reset", true, "membrane potential"),
              new VariableSpec("I_syn", "pA", null, false, "current")),
          List.of(), "");
    }

    @Override
    public List<Receptor> receptors(Parameters parameters, boolean separate) {
      return List.of();
    }

    @Override
    public void check(Parameters parameters, Consumer<String> problem) {
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.of("V_reset", i) >= parameters.of("V_th", i)) {
          problem.accept("V_reset: must be below V_th");
        }
      }
    }

    @Override
    public boolean hasSinglePrecision() {
      return true;
    }

    @Override
    public GridNeurons onGrid(GridBlock block) {
      throw new UnsupportedOperationException();
    }
  }

  private record Synapse(String name, boolean plastic, List<ParameterSpec> parameters, List<VariableSpec> variables)
      implements SynapseModel {
    @Override
    public ModelDescription description() {
      return new ModelDescription(name, "A synapse.", "", parameters, variables, List.of(), "");
    }
  }
}
