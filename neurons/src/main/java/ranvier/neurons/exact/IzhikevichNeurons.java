package ranvier.neurons.exact;

import ranvier.engine.model.ExactBlock;

/**
 * Izhikevich's neuron (2003, doi:10.1109/TNN.2003.820440) as the differential equation it stands for, integrated
 * between events: v' = 0.04 v^2 + 5 v + 140 - u + I, u' = a (b v - u); at V_th: v = c, u += d. A weight is added to v.
 */
final class IzhikevichNeurons extends OdeNeurons {
  private final double[] a;
  private final double[] b;
  private final double[] c;
  private final double[] d;
  private final double[] threshold;
  private final double[] ownCurrent;
  private final double[] stimulus;

  IzhikevichNeurons(ExactBlock block) {
    super(block, new String[] {"V_m", "U_m"}, new double[] {1.0, 1.0});
    a = block.values("a");
    b = block.values("b");
    c = block.values("c");
    d = block.values("d");
    threshold = block.values("V_th");
    ownCurrent = block.values("I_e");
    stimulus = new double[block.size()];
  }

  @Override
  double threshold(int i) {
    return threshold[i];
  }

  @Override
  void derivatives(int i, double[] y, double[] into) {
    double v = Math.min(y[0], threshold[i]);
    into[0] = 0.04 * v * v + 5.0 * v + 140.0 - y[1] + ownCurrent[i] + stimulus[i];
    into[1] = a[i] * (b[i] * v - y[1]);
  }

  @Override
  public void receive(int i, int channel, double weight, double refractory) {
    state[0][i] += weight;
  }

  @Override
  public void current(int i, double amplitude) {
    stimulus[i] = amplitude;
  }

  @Override
  public double spike(int i) {
    state[0][i] = c[i];
    state[1][i] += d[i];
    return 0.0;
  }

  @Override
  public double value(int i, String variable) {
    return variable.equals("V_m") ? state[0][i] : state[1][i];
  }
}
