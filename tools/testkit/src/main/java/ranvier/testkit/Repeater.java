package ranvier.testkit;

import java.util.List;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.model.ExactBlock;
import ranvier.engine.model.ExactTime;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.Receptor;

/**
 * A neuron that spikes when a weight of {@link #COMMAND} arrives, and at nothing less: a target with given spike times
 * for synapses that learn. On the grid and in exact time.
 */
public final class Repeater implements NeuronModel {
  /** The weight that makes it spike; all others together must stay below half of that. */
  public static final double COMMAND = 1e9;

  /** Its name. */
  public static final String NAME = "repeater";

  private static final ModelDescription DESCRIPTION = new ModelDescription(NAME,
      "Spikes when a weight of 1e9 arrives, and at nothing less.", "arrivals of 1e9: one spike each", List.of(),
      List.of(), List.of(), "none");

  @Override
  public ModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<Receptor> receptors(Parameters parameters, boolean separate) {
    return List.of(new Receptor("command", "", Receptor.Sign.BOTH, false));
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    return (from, to, step, input, spikes) -> {
      double[] arriving = input.doubles(0);
      for (int k = 0; k < to - from; k++) {
        for (long n = Math.round(arriving[k] / COMMAND); n > 0; n--) {
          spikes.spike(from + k);
        }
      }
    };
  }

  @Override
  public ExactTime exactTime() {
    return new ExactTime() {
      @Override
      public EventNeurons events(ExactBlock block) {
        return new Events(block.size());
      }
    };
  }

  private static final class Events implements EventNeurons {
    private final int[] pending;

    Events(int size) {
      pending = new int[size];
    }

    @Override
    public void advance(int neuron, double durationMs, boolean refractory) {}

    @Override
    public void receive(int neuron, int channel, double weight, double refractoryMs) {
      pending[neuron] += weight > 0.5 * COMMAND ? 1 : 0;
    }

    @Override
    public void current(int neuron, double amplitude) {}

    @Override
    public double nextSpike(int neuron, double horizonMs) {
      return pending[neuron] > 0 ? 0.0 : Double.POSITIVE_INFINITY;
    }

    @Override
    public double spike(int neuron) {
      pending[neuron]--;
      return 0.0;
    }

    @Override
    public double value(int neuron, String variable) {
      return 0.0;
    }
  }
}
