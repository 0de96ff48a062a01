package ranvier.example;

import java.util.List;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.SpikeSink;
import ranvier.engine.model.VariableSpec;

/**
 * A neuron that forgets nothing, {@code perfect_integrator}: weights and drift add up in V, and where V reaches the
 * threshold the neuron spikes and V falls by the threshold. Its rate is the mean input over the threshold, exactly.
 */
public final class PerfectIntegrator implements NeuronModel {
  private static final ModelDescription DESCRIPTION = new ModelDescription("perfect_integrator",
      "A neuron that adds up its input and forgets nothing.",
      "dV/dt = drift; spike of weight w: V += w; V >= V_th: spike, V -= V_th",
      List.of(
          new ParameterSpec("V_th", "mV", 15, ParameterSpec.Range.POSITIVE, "threshold"),
          new ParameterSpec("drift", "mV/ms", 0, ParameterSpec.Range.FINITE, "constant input")),
      List.of(new VariableSpec("V_m", "mV", null, true, "what has been added up")), List.of(), "none");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters parameters, boolean separate) {
    return List.of(new Receptor("input", "mV", Receptor.Sign.BOTH, false));
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    double[] v = block.doubles("V_m");
    System.arraycopy(block.initial("V_m"), 0, v, 0, v.length);
    double[] threshold = block.values("V_th");
    double[] drift = block.values("drift");
    double dtMs = block.dtMs();
    return (from, to, step, input, spikes) -> advance(v, threshold, drift, dtMs, from, to, input, spikes);
  }

  private static void advance(double[] v, double[] threshold, double[] drift, double dtMs, int from, int to,
      GridInput input, SpikeSink spikes) {
    double[] arriving = input.doubles(0);
    for (int i = from; i < to; i++) {
      v[i] += drift[i] * dtMs + arriving[i - from];
      if (v[i] >= threshold[i]) {
        v[i] -= threshold[i];
        spikes.spike(i);
      }
    }
  }
}
