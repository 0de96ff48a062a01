package ranvier.engine.kernel;

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
 * The simplest spiking neuron, for tests of the kernel: v = leak v + ex + in + I, a spike at v &gt;= 1 resets v to 0.
 */
public final class LeakyCounter implements NeuronModel {
  static final double LEAK = 0.9;

  @Override
  public ModelDescription description() {
    return new ModelDescription("leaky_counter", "test", "v = leak v + input",
        List.of(new ParameterSpec("drive", "", 0.0, ParameterSpec.Range.FINITE, "added every step")),
        List.of(new VariableSpec("v", "", null, true, "potential")), List.of(), "");
  }

  @Override
  public List<Receptor> receptors(Parameters parameters, boolean separate) {
    return separate
        ? List.of(new Receptor("ex", "", Receptor.Sign.POSITIVE, false),
            new Receptor("in", "", Receptor.Sign.NEGATIVE, true))
        : List.of(new Receptor("both", "", Receptor.Sign.BOTH, false));
  }

  @Override
  public GridNeurons onGrid(GridBlock block) {
    double[] v = block.doubles("v");
    System.arraycopy(block.initial("v"), 0, v, 0, v.length);
    double[] drive = block.values("drive");
    boolean separate = block.receptors().size() == 2;
    return (int from, int to, int step, GridInput input, SpikeSink spikes) -> {
      double[] first = input.doubles(0);
      double[] second = separate ? input.doubles(1) : null;
      double[] current = input.current();
      for (int i = from; i < to; i++) {
        double in = separate ? first[i - from] - second[i - from] : first[i - from];
        v[i] = LEAK * v[i] + drive[i] + (current == null ? 0.0 : current[i]) + in;
        if (v[i] >= 1.0) {
          spikes.spike(i);
          v[i] = 0.0;
        }
      }
    };
  }
}
