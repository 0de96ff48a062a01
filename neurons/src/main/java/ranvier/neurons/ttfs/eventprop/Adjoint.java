package ranvier.neurons.ttfs.eventprop;

/**
 * The backward pass of a {@link RecurrentNetwork}. Between events, backward over an interval d:
 * lambda_I becomes lambda_I exp(-d/tau_s) + lambda_V tau_m/(tau_m - tau_s) (exp(-d/tau_m) - exp(-d/tau_s)),
 * lambda_V becomes lambda_V exp(-d/tau_m). At output spike k of neuron n:
 * lambda_V += ((theta - V_r) lambda_V + e_k) / D_k with D_k = tau_m dV/dt and e_k = dL/dt_k + what its arrivals passed
 * back. At an arrival at neuron j: dL/dw -= tau_s lambda_I, and w (lambda_V - lambda_I) is passed back to its sender.
 */
public final class Adjoint {
  private final RecurrentNetwork network;
  private final double[][] inputGradient;
  private final double[][] recurrentGradient;
  private double[] passedBack = {};
  private double inputDelayGradient;
  private double recurrentDelayGradient;

  /** For one network; reusable. */
  public Adjoint(RecurrentNetwork network) {
    this.network = network;
    inputGradient = new double[network.inputs][network.neurons];
    recurrentGradient = new double[network.neurons][network.neurons];
  }

  /**
   * Walks the last run backward.
   *
   * @param perSpikeTime dL/dt of every output spike, in the order of {@link RecurrentNetwork#spikeTime}
   * @param guard spikes whose D is at most this pass nothing back (their time diverges); 0 for exact gradients
   */
  public void run(double[] perSpikeTime, double guard) {
    EventLog log = network.log;
    clear(log);
    System.arraycopy(perSpikeTime, 0, passedBack, log.inputs(), log.spikes());
    double tauM = network.membrane.parameters().tauM();
    double tauS = network.membrane.parameters().tauS();
    int neurons = network.neurons;
    double[] lambdaV = new double[neurons];
    double[] lambdaI = new double[neurons];
    double[] at = new double[neurons];
    java.util.Arrays.fill(at, Double.NaN);
    for (int k = log.eventCount() - 1; k >= 0; k--) {
      int event = log.event(k);
      if (event < 0) {
        int sender = -1 - event;
        int n = log.source(sender);
        flow(n, log.sent(sender), lambdaV, lambdaI, at, tauM, tauS);
        if (log.drive(sender) > guard) {
          lambdaV[n] += ((network.threshold - network.reset) * lambdaV[n] + passedBack[sender]) / log.drive(sender);
        } else {
          lambdaV[n] = 0;
        }
        continue;
      }
      boolean input = log.isInput(event);
      double[] weights = input ? network.inputWeights[log.source(event)] : network.recurrentWeights[log.source(event)];
      double[] gradient = input ? inputGradient[log.source(event)] : recurrentGradient[log.source(event)];
      double back = 0;
      for (int n = 0; n < neurons; n++) {
        flow(n, log.arrival(event), lambdaV, lambdaI, at, tauM, tauS);
        gradient[n] -= tauS * lambdaI[n];
        back += weights[n] * (lambdaV[n] - lambdaI[n]);
      }
      passedBack[event] += back;
      if (input) {
        inputDelayGradient += back;
      } else {
        recurrentDelayGradient += back;
      }
    }
  }

  private void clear(EventLog log) {
    for (double[] row : inputGradient) {
      java.util.Arrays.fill(row, 0);
    }
    for (double[] row : recurrentGradient) {
      java.util.Arrays.fill(row, 0);
    }
    passedBack = new double[log.senders()];
    inputDelayGradient = 0;
    recurrentDelayGradient = 0;
  }

  private void flow(int n, double to, double[] lambdaV, double[] lambdaI, double[] at, double tauM, double tauS) {
    double d = at[n] - to;
    // NaN: nothing has happened to this neuron yet, its adjoints are 0.
    if (d > 0) {
      lambdaI[n] = network.membrane.current(lambdaI[n], d) + lambdaV[n] * network.membrane.psp(d) * (tauM / tauS);
      lambdaV[n] *= StrictMath.exp(-d / tauM);
    }
    at[n] = to;
  }

  /** dL/dw of an input connection. */
  public double inputGradient(int channel, int neuron) {
    return inputGradient[channel][neuron];
  }

  /** dL/dw of a recurrent connection. */
  public double recurrentGradient(int from, int to) {
    return recurrentGradient[from][to];
  }

  /** dL/dt of input spike k, as numbered in the call of the run. */
  public double inputTimeGradient(int k) {
    return passedBack[k];
  }

  /** dL/dd of the common delay of all input connections. */
  public double inputDelayGradient() {
    return inputDelayGradient;
  }

  /** dL/dd of the common delay of all recurrent connections. */
  public double recurrentDelayGradient() {
    return recurrentDelayGradient;
  }
}
