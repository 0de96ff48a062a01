package ranvier.testkit;

import java.util.List;
import java.util.function.Consumer;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;
import ranvier.engine.model.ExactTime;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.VariableSpec;

/** A deliberately wrong leaky neuron: it decays by one Euler step, however long nothing happens. */
public final class CarelessNeuron implements NeuronModel, ExactTime {
  private static final double TAU_MS = 10.0;
  private static final double THRESHOLD = -55.0;
  private static final double RESTING = -70.0;

  @Override
  public ModelDescription description() {
    return new ModelDescription("careless", "Wrong on purpose.", "", List.of(
        new ParameterSpec("V_th", "mV", THRESHOLD, ParameterSpec.Range.FINITE, "threshold"),
        new ParameterSpec("E_L", "mV", RESTING, ParameterSpec.Range.FINITE, "resting potential"),
        new ParameterSpec("I_e", "pA", 0.0, ParameterSpec.Range.FINITE, "ignored")),
        List.of(new VariableSpec("V_m", "mV", "E_L", true, "potential")), List.of(), "");
  }

  @Override
  public List<Receptor> receptors(Parameters parameters, boolean separate) {
    return List.of(new Receptor("syn", "mV", Receptor.Sign.BOTH, false));
  }

  @Override
  public void check(Parameters parameters, Consumer<String> problem) {}

  @Override
  public GridNeurons onGrid(GridBlock block) {
    throw new UnsupportedOperationException("exact time only");
  }

  @Override
  public ExactTime exactTime() {
    return this;
  }

  @Override
  public EventNeurons events(ExactBlock block) {
    return new EventNeurons() {
      private final double[] v = block.initial("V_m");

      @Override
      public void advance(int neuron, double durationMs, boolean refractory) {
        v[neuron] -= (v[neuron] - RESTING) * durationMs / TAU_MS;
      }

      @Override
      public void receive(int neuron, int channel, double weight, double refractoryMs) {
        v[neuron] += weight;
      }

      @Override
      public void current(int neuron, double amplitude) {}

      @Override
      public double nextSpike(int neuron, double horizonMs) {
        return v[neuron] >= THRESHOLD ? 0.0 : Double.POSITIVE_INFINITY;
      }

      @Override
      public double spike(int neuron) {
        v[neuron] = RESTING;
        return 2.0;
      }

      @Override
      public double value(int neuron, String variable) {
        return v[neuron];
      }
    };
  }
}
