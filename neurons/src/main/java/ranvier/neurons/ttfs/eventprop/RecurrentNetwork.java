package ranvier.neurons.ttfs.eventprop;

import java.util.Arrays;
import ranvier.neurons.ttfs.Membrane;
import ranvier.neurons.ttfs.TtfsParameters;

/**
 * Leaky integrate-and-fire neurons with exponential currents, input channels and all-to-all recurrent connections, run
 * from event to event with exact spike times: tau_m dV/dt = -V + I, tau_s dI/dt = -I; an arrival adds its weight to I;
 * at V = theta the neuron spikes and V is reset. Events at one time are taken in the order: arrivals (inputs first,
 * then by time of sending), then spikes by neuron. One thread.
 */
public final class RecurrentNetwork {
  /** No spike ahead. */
  private static final double NEVER = Double.POSITIVE_INFINITY;

  final int inputs;
  final int neurons;
  final double threshold;
  final double reset;
  final double inputDelay;
  final double recurrentDelay;
  final Membrane membrane;
  final double[][] inputWeights;
  final double[][] recurrentWeights;
  /** Everything that happened, in order. */
  final EventLog log = new EventLog();
  private final double[] v;
  private final double[] i;
  private final double[] since;
  private final double[] next;

  /**
   * A network without connections.
   *
   * @param neuron tau_m, tau_s and threshold are used; C and the leak potential must be tau_m and 0 (see {@link
   *     #neuron})
   * @param reset potential after a spike, below the threshold
   * @param inputDelay of all input connections
   * @param recurrentDelay of all recurrent connections; 0: they arrive at once
   */
  public RecurrentNetwork(int inputs, int neurons, TtfsParameters neuron, double reset, double inputDelay,
      double recurrentDelay) {
    if (neuron.capacitance() != neuron.tauM() || neuron.leakPotential() != 0) {
      throw new IllegalArgumentException("EventProp's equations need C = tau_m and E_l = 0, got C = "
          + neuron.capacitance() + ", tau_m = " + neuron.tauM() + ", E_l = " + neuron.leakPotential());
    }
    if (inputs < 1 || neurons < 1 || !(reset < neuron.threshold()) || !(inputDelay >= 0) || !(recurrentDelay >= 0)) {
      throw new IllegalArgumentException("inputs and neurons must be at least 1, the reset below the threshold, delays"
          + " not negative; got " + inputs + ", " + neurons + ", reset " + reset + " at threshold " + neuron.threshold()
          + ", delays " + inputDelay + " and " + recurrentDelay);
    }
    this.inputs = inputs;
    this.neurons = neurons;
    threshold = neuron.threshold();
    this.reset = reset;
    this.inputDelay = inputDelay;
    this.recurrentDelay = recurrentDelay;
    membrane = Membrane.of(neuron);
    inputWeights = new double[inputs][neurons];
    recurrentWeights = new double[neurons][neurons];
    v = new double[neurons];
    i = new double[neurons];
    since = new double[neurons];
    next = new double[neurons];
  }

  /** The constants in EventProp's convention. */
  public static TtfsParameters neuron(double tauM, double tauS, double threshold) {
    return new TtfsParameters(tauM, tauS, tauM, 0, threshold);
  }

  /** Weight of an input connection. */
  public void setInputWeight(int channel, int neuron, double weight) {
    inputWeights[channel][neuron] = weight;
  }

  /** Weight of a recurrent connection. */
  public void setRecurrentWeight(int from, int to, double weight) {
    recurrentWeights[from][to] = weight;
  }

  /**
   * Runs from rest.
   *
   * @param channels of the input spikes
   * @param times of the input spikes, in any order
   * @param until no event after this time is computed
   * @throws IllegalStateException after more spikes than fit a sensible run: the network has run away
   */
  public void run(int[] channels, double[] times, double until) {
    log.start(channels, times, inputDelay);
    Arrays.fill(v, 0);
    Arrays.fill(i, 0);
    Arrays.fill(since, 0);
    Arrays.fill(next, NEVER);
    while (true) {
      int spiking = 0;
      for (int n = 1; n < neurons; n++) {
        spiking = next[n] < next[spiking] ? n : spiking;
      }
      double arrival = log.nextArrival();
      double now = Math.min(arrival, next[spiking]);
      if (!(now <= until)) {
        return;
      }
      if (arrival <= next[spiking]) {
        int event = log.takeArrival();
        double[] row = log.isInput(event) ? inputWeights[log.source(event)] : recurrentWeights[log.source(event)];
        for (int n = 0; n < neurons; n++) {
          advance(n, now);
          i[n] += row[n];
          predict(n);
        }
      } else {
        advance(spiking, now);
        v[spiking] = threshold;
        log.spike(spiking, now, i[spiking] - threshold, recurrentDelay);
        v[spiking] = reset;
        predict(spiking);
      }
    }
  }

  private void advance(int n, double now) {
    double step = now - since[n];
    if (step > 0) {
      v[n] = membrane.potential(v[n], i[n], step);
      i[n] = membrane.current(i[n], step);
      since[n] = now;
    }
  }

  private void predict(int n) {
    next[n] = since[n] + membrane.crossing(v[n], i[n], NEVER);
  }

  /** Number of spikes of the last run. */
  public int spikes() {
    return log.spikes();
  }

  /** Which neuron sent spike k of the last run; spikes are ordered by time. */
  public int spikingNeuron(int k) {
    return log.spikingNeuron(k);
  }

  /** When it did. */
  public double spikeTime(int k) {
    return log.spikeTime(k);
  }
}
