package ranvier.neurons.ttfs.learning;

import java.util.Arrays;
import java.util.Map;
import ranvier.engine.network.NormalQuantile;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;
import ranvier.neurons.ttfs.FirstSpike;
import ranvier.neurons.ttfs.Membrane;
import ranvier.neurons.ttfs.TtfsParameters;

/**
 * One layer of a {@link DoubleNetwork}. Weights, their gradients and synaptic delays are [neuron][input]; methods with
 * a sample or a neuron may run in parallel for different ones. Times in tau_s.
 */
final class DoubleLayer {
  private final LayerSpec spec;
  private final int inputs;
  private final int neurons;
  private final Substrate substrate;
  private final Membrane nominal;
  private final Membrane[] membranes;
  private final double[] arrivals;
  private final double[] times;
  private final double[] slopes;
  private final double[] errors;
  private final double[] inputErrors;
  private final double[][] weights;
  private final double[][] effective;
  private final double[][] gradient;
  private final double[][] first;
  private final double[][] second;
  private final double[] theta;
  private final double[] delay;
  private final double[] delayGradient;
  private final double[] thetaFirst;
  private final double[] thetaSecond;

  DoubleLayer(NetworkSpec network, int layer, Substrate substrate, long seed, int capacity) {
    spec = network.layers().get(layer);
    this.substrate = substrate;
    inputs = network.inputsOf(layer);
    neurons = spec.neurons();
    TtfsParameters scaled = network.normalised();
    nominal = Membrane.of(scaled);
    membranes = new Membrane[neurons];
    Philox random = new Philox(seed, Purpose.PARAMETER, layer);
    for (int n = 0; n < neurons; n++) {
      membranes[n] = substrate.isExact() ? nominal : Membrane.of(spread(scaled, random, n));
    }
    arrivals = new double[capacity * inputs];
    times = new double[capacity * neurons];
    slopes = new double[capacity * neurons];
    errors = new double[capacity * neurons];
    inputErrors = new double[capacity * inputs];
    weights = new double[neurons][inputs];
    effective = substrate.weights().bits() == 0 ? weights : new double[neurons][inputs];
    gradient = new double[neurons][inputs];
    first = new double[neurons][inputs];
    second = new double[neurons][inputs];
    int delays = network.delaysOf(layer);
    theta = new double[delays];
    delay = new double[delays];
    delayGradient = new double[delays];
    thetaFirst = new double[delays];
    thetaSecond = new double[delays];
  }

  private TtfsParameters spread(TtfsParameters p, Philox random, int n) {
    double tau = substrate.timeConstantSpread();
    double leastFactor = 0.05;
    double m = Math.max(leastFactor, 1 + tau * NormalQuantile.at(random.uniform(n, 0)));
    double s = Math.max(leastFactor, 1 + tau * NormalQuantile.at(random.uniform(n, 1)));
    double d = Math.max(leastFactor, 1 + substrate.thresholdSpread() * NormalQuantile.at(random.uniform(n, 2)));
    // The leak conductance varies with tau_m, the capacitance does not.
    return new TtfsParameters(p.tauM() * m, p.tauS() * s, p.capacitance(), p.leakPotential(),
        p.leakPotential() + p.distance() * d);
  }

  int neurons() {
    return neurons;
  }

  int inputs() {
    return inputs;
  }

  /** Takes the spikes of the layer below and finds this layer's. */
  void advance(int sample, double[] below, int offset, Scratch scratch, Philox noise, int pass, long entity) {
    int real = inputs - spec.biasTimes().size();
    int in = sample * inputs;
    System.arraycopy(below, offset, arrivals, in, real);
    for (int i = real; i < inputs; i++) {
      arrivals[in + i] = spec.biasTimes().get(i - real);
    }
    if (spec.delays() == DelayKind.AXONAL) {
      for (int i = 0; i < inputs; i++) {
        arrivals[in + i] += delay[i];
      }
    }
    System.arraycopy(arrivals, in, scratch.arrivals, 0, inputs);
    int[] order = scratch.ordering.sort(scratch.arrivals, inputs);
    for (int n = 0; n < neurons; n++) {
      if (spec.delays() == DelayKind.SYNAPTIC) {
        for (int i = 0; i < inputs; i++) {
          scratch.arrivals[i] = arrivals[in + i] + delay[n * inputs + i];
        }
        order = scratch.ordering.sort(scratch.arrivals, inputs);
      }
      double t = scratch.spike.find(membranes[n], scratch.arrivals, effective[n], order, inputs);
      double slope = scratch.spike.slope();
      if (t != Double.POSITIVE_INFINITY && !substrate.isExact()) {
        t = Math.max(0, t + substrate.jitter() * NormalQuantile.at(noise.uniform((entity << 16) | n, pass)));
        slope = nominalSlope(n, t, scratch.arrivals);
      }
      slopes[sample * neurons + n] = slope;
      times[sample * neurons + n] = spec.delays() == DelayKind.DENDRITIC ? t + delay[n] : t;
    }
  }

  /** dU/dt at the threshold of the nominal neuron for the inputs before a measured time. */
  private double nominalSlope(int n, double t, double[] arrival) {
    double current = 0;
    for (int i = 0; i < inputs; i++) {
      if (arrival[i] < t) {
        current += nominal.current(effective[n][i], t - arrival[i]);
      }
    }
    return nominal.slopeAtThreshold(current);
  }

  double[] times() {
    return times;
  }

  void setErrors(int sample, double[] from, int offset) {
    for (int n = 0; n < neurons; n++) {
      double e = from[offset + n];
      errors[sample * neurons + n] = Double.isFinite(e) ? e : 0;
    }
  }

  /** Errors of the inputs of a sample. */
  void passErrors(int sample, double steepest) {
    int in = sample * inputs;
    Arrays.fill(inputErrors, in, in + inputs, 0);
    for (int n = 0; n < neurons; n++) {
      double scaled = scaledError(sample, n, steepest);
      if (scaled == 0) {
        continue;
      }
      double t = somaTime(sample, n);
      for (int i = 0; i < inputs; i++) {
        double since = t - arrival(sample, n, i);
        if (since > 0) {
          inputErrors[in + i] += scaled * effective[n][i] * nominal.pspSlope(since);
        }
      }
    }
  }

  double[] inputErrors() {
    return inputErrors;
  }

  private double scaledError(int sample, int n, double steepest) {
    int cell = sample * neurons + n;
    // Where the nominal neuron could not have fired at the measured time there is no gradient.
    return slopes[cell] > 0 && times[cell] != Double.POSITIVE_INFINITY
        ? errors[cell] / Math.max(slopes[cell], nominal.largestPsp() / steepest) : 0;
  }

  private double somaTime(int sample, int n) {
    double t = times[sample * neurons + n];
    return spec.delays() == DelayKind.DENDRITIC ? t - delay[n] : t;
  }

  private double arrival(int sample, int n, int i) {
    double t = arrivals[sample * inputs + i];
    return spec.delays() == DelayKind.SYNAPTIC ? t + delay[n * inputs + i] : t;
  }

  /** Gradients of one neuron, samples in order. */
  void gradient(int n, int count, Guard guard, Scratch scratch) {
    Arrays.fill(gradient[n], 0);
    boolean synaptic = spec.delays() == DelayKind.SYNAPTIC;
    if (synaptic) {
      Arrays.fill(delayGradient, n * inputs, (n + 1) * inputs, 0);
    } else if (spec.delays() == DelayKind.DENDRITIC) {
      delayGradient[n] = 0;
    }
    double[] contribution = scratch.arrivals;
    for (int b = 0; b < count; b++) {
      double scaled = scaledError(b, n, guard.steepest());
      if (spec.delays() == DelayKind.DENDRITIC && times[b * neurons + n] != Double.POSITIVE_INFINITY) {
        delayGradient[n] += errors[b * neurons + n];
      }
      if (scaled == 0) {
        continue;
      }
      double t = somaTime(b, n);
      double largest = 0;
      for (int i = 0; i < inputs; i++) {
        double since = t - arrival(b, n, i);
        contribution[i] = since > 0 ? -scaled * nominal.psp(since) : 0;
        largest = Math.max(largest, Math.abs(contribution[i]));
        if (synaptic && since > 0) {
          delayGradient[n * inputs + i] += scaled * effective[n][i] * nominal.pspSlope(since);
        }
      }
      if (guard.largestGradient() == 0 || largest <= guard.largestGradient()) {
        for (int i = 0; i < inputs; i++) {
          gradient[n][i] += contribution[i];
        }
      }
    }
  }

  /** Of axonal delays, from the inputs' errors. */
  void axonalGradient(int count) {
    if (spec.delays() == DelayKind.AXONAL) {
      Arrays.fill(delayGradient, 0);
      for (int b = 0; b < count; b++) {
        for (int i = 0; i < inputs; i++) {
          delayGradient[i] += inputErrors[b * inputs + i];
        }
      }
    }
  }

  void step(AdamSettings adam, long step, double rate, double delayRate, double keep) {
    for (int n = 0; n < neurons; n++) {
      adam.update(weights[n], gradient[n], first[n], second[n], step, rate, keep);
    }
    if (theta.length > 0) {
      double[] chained = new double[theta.length];
      for (int i = 0; i < chained.length; i++) {
        chained[i] = delayGradient[i] * delay[i] * (1 - delay[i]);
      }
      adam.update(theta, chained, thetaFirst, thetaSecond, step, delayRate, 1);
    }
    changed();
  }

  double missing(int count) {
    long silent = Arrays.stream(times, 0, count * neurons).filter(t -> t == Double.POSITIVE_INFINITY).count();
    return (double) silent / ((long) count * neurons);
  }

  void bump(int count, double amount) {
    for (int n = 0; n < neurons; n++) {
      boolean silent = false;
      for (int b = 0; b < count && !silent; b++) {
        silent = times[b * neurons + n] == Double.POSITIVE_INFINITY;
      }
      if (silent) {
        for (int i = 0; i < inputs; i++) {
          weights[n][i] += amount;
        }
      }
    }
    changed();
  }

  private void changed() {
    if (effective != weights) {
      double largest = Arrays.stream(weights).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
      double scale = substrate.weights().scale(largest);
      for (int n = 0; n < neurons; n++) {
        for (int i = 0; i < inputs; i++) {
          effective[n][i] = substrate.weights().stored(weights[n][i], scale);
        }
      }
    }
    for (int i = 0; i < theta.length; i++) {
      delay[i] = 1 / (1 + StrictMath.exp(-theta[i]));
    }
  }

  double[] weights() {
    return byInput(weights);
  }

  double[] gradient() {
    return byInput(gradient);
  }

  double[] delayGradient() {
    return delayGradient.clone();
  }

  double[] delays() {
    return delay.clone();
  }

  private double[] byInput(double[][] byNeuron) {
    double[] plain = new double[inputs * neurons];
    for (int n = 0; n < neurons; n++) {
      for (int i = 0; i < inputs; i++) {
        plain[i * neurons + n] = byNeuron[n][i];
      }
    }
    return plain;
  }

  void setWeights(double[] plain) {
    for (int n = 0; n < neurons; n++) {
      for (int i = 0; i < inputs; i++) {
        weights[n][i] = plain[i * neurons + n];
      }
    }
    changed();
  }

  void setTheta(double[] values) {
    System.arraycopy(values, 0, theta, 0, theta.length);
    changed();
  }

  void save(String prefix, Map<String, Object> all) {
    all.put(prefix + "weights", byInput(weights));
    all.put(prefix + "weights.m", byInput(first));
    all.put(prefix + "weights.v", byInput(second));
    all.put(prefix + "theta", theta.clone());
    all.put(prefix + "theta.m", thetaFirst.clone());
    all.put(prefix + "theta.v", thetaSecond.clone());
  }

  void load(String prefix, Map<String, Object> all) {
    int size = inputs * neurons;
    setWeights(StateArrays.doubles(all, prefix + "weights", size));
    fill(first, StateArrays.doubles(all, prefix + "weights.m", size));
    fill(second, StateArrays.doubles(all, prefix + "weights.v", size));
    System.arraycopy(StateArrays.doubles(all, prefix + "theta.m", theta.length), 0, thetaFirst, 0, theta.length);
    System.arraycopy(StateArrays.doubles(all, prefix + "theta.v", theta.length), 0, thetaSecond, 0, theta.length);
    setTheta(StateArrays.doubles(all, prefix + "theta", theta.length));
  }

  private void fill(double[][] rows, double[] plain) {
    for (int n = 0; n < neurons; n++) {
      for (int i = 0; i < inputs; i++) {
        rows[n][i] = plain[i * neurons + n];
      }
    }
  }

  /** What one thread needs. */
  static final class Scratch {
    final double[] arrivals;
    final Ordering ordering;
    final FirstSpike spike = new FirstSpike();

    Scratch(int widest) {
      arrivals = new double[widest];
      ordering = new Ordering(widest);
    }
  }
}
