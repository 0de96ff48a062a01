package ranvier.neurons.ttfs.learning;

import java.util.Arrays;
import java.util.Map;

/**
 * One layer of a {@link FloatNetwork}: weights in blocks, what a batch left behind, gradients and Adam's moments.
 * Methods with a sample or a block may run in parallel for different ones.
 */
final class FloatLayer {
  private final LayerSpec spec;
  private final int inputs;
  private final int neurons;
  private final int padded;
  private final Kernel kernel;
  private final Regime regime;
  private final Quantisation quantisation;
  private final boolean passesErrorsOn;
  private final Kernel.LayerConstants constants;
  private final SpikeTable spikes;
  private final Kernel.CrossingState state;
  private final float[] weights;
  /** What the neurons see: the same array unless weights are quantised. */
  private final float[] effective;
  private final float[] transposed;
  private final float[] gradient;
  private final float[] first;
  private final float[] second;
  private final float[] errors;
  private final float[] guarded;
  private final float[] inputErrors;
  private final double[] theta;
  private final float[] delay;
  private final double[] thetaGradient;
  private final double[] thetaFirst;
  private final double[] thetaSecond;

  FloatLayer(NetworkSpec network, int layer, Quantisation quantisation, int capacity, Kernel kernel,
      boolean passesErrorsOn) {
    spec = network.layers().get(layer);
    this.kernel = kernel;
    this.quantisation = quantisation;
    this.passesErrorsOn = passesErrorsOn;
    if (spec.delays() != DelayKind.NONE && spec.delays() != DelayKind.AXONAL) {
      throw new IllegalArgumentException("the single-precision network learns delays per input (axonal) only, got "
          + spec.delays() + "; use the double-precision network");
    }
    regime = Regime.of(network.neuron());
    inputs = network.inputsOf(layer);
    neurons = spec.neurons();
    padded = Blocks.padded(neurons);
    float drive = (float) Regime.drive(network.neuron());
    float[] start = new float[padded];
    Arrays.fill(start, neurons, padded, Float.NEGATIVE_INFINITY);
    constants = new Kernel.LayerConstants(drive, start);
    spikes = new SpikeTable(regime, drive, inputs, capacity);
    int cells = capacity * padded;
    state = new Kernel.CrossingState(new float[cells], new float[cells], new float[cells], new float[cells],
        new float[cells], new float[cells], new float[cells]);
    int size = inputs * padded;
    weights = new float[size];
    effective = quantisation.bits() == 0 ? weights : new float[size];
    transposed = passesErrorsOn ? new float[neurons * spikes.padded] : new float[0];
    gradient = new float[size];
    first = new float[size];
    second = new float[size];
    errors = new float[cells];
    guarded = new float[cells];
    inputErrors = passesErrorsOn ? new float[capacity * spikes.padded] : new float[0];
    int delays = network.delaysOf(layer);
    theta = new double[delays];
    delay = new float[delays];
    thetaGradient = new double[delays];
    thetaFirst = new double[delays];
    thetaSecond = new double[delays];
  }

  int blocks() {
    return padded / Blocks.WIDTH;
  }

  /** Takes the spikes of the layer below; the biases are added here. */
  void take(int sample, float[] times, ArrivalOrder order) {
    int real = inputs - spec.biasTimes().size();
    for (int i = real; i < inputs; i++) {
      times[i] = spec.biasTimes().get(i - real).floatValue();
    }
    for (int i = 0; i < delay.length; i++) {
      times[i] += delay[i];
    }
    spikes.fill(sample, times, order, kernel);
  }

  void advance(int from, int to) {
    for (int block = 0; block < blocks(); block++) {
      int neuron = block * Blocks.WIDTH;
      for (int b = from; b < to; b++) {
        kernel.forward(spikes, b, effective, block * inputs * Blocks.WIDTH, constants, neuron, state,
            b * padded + neuron);
      }
    }
    kernel.solve(regime, constants, state, from * padded, (to - from) * padded);
  }

  float time(int sample, int neuron) {
    return state.times()[sample * padded + neuron];
  }

  void copyTimes(int sample, float[] out) {
    System.arraycopy(state.times(), sample * padded, out, 0, neurons);
  }

  double missing(int count) {
    long silent = 0;
    for (int b = 0; b < count; b++) {
      for (int n = 0; n < neurons; n++) {
        silent += time(b, n) == Float.POSITIVE_INFINITY ? 1 : 0;
      }
    }
    return (double) silent / ((long) count * neurons);
  }

  void bump(int count, float amount) {
    for (int n = 0; n < neurons; n++) {
      boolean silent = false;
      for (int b = 0; b < count && !silent; b++) {
        silent = time(b, n) == Float.POSITIVE_INFINITY;
      }
      if (silent) {
        for (int i = 0; i < inputs; i++) {
          weights[Blocks.index(inputs, i, n)] += amount;
        }
      }
    }
    weightsChanged();
  }

  void setErrors(int sample, double[] from, int offset) {
    for (int n = 0; n < neurons; n++) {
      errors[sample * padded + n] = (float) from[offset + n];
    }
  }

  void takeErrors(int sample, FloatLayer above) {
    System.arraycopy(above.inputErrors, sample * above.spikes.padded, errors, sample * padded, neurons);
  }

  /** From dL/dT to dL/dT times the gain, the guarded copy, and the errors of the inputs. */
  void passErrors(int sample, Guard guard) {
    float largest = (float) guard.largestGradient();
    float steepest = (float) guard.steepest();
    int at = sample * padded;
    for (int n = at; n < at + neurons; n++) {
      float raw = errors[n];
      // An infinite time or a difference of two of them: no error.
      float clean = Float.isFinite(raw) ? raw : 0f;
      float believed = state.peak()[n] > steepest ? clean * (steepest / state.peak()[n]) : clean;
      errors[n] = believed * state.gain()[n];
      boolean dropped =
          largest > 0 && Math.abs(believed * state.peak()[n]) > largest && exceeds(sample, n, largest);
      guarded[n] = dropped ? 0f : errors[n];
    }
    if (passesErrorsOn) {
      kernel.inputErrors(spikes, sample, transposed, neurons, errors, state.coordinate(), at, inputErrors,
          sample * spikes.padded);
    }
  }

  private boolean exceeds(int sample, int cell, float guard) {
    int base = sample * spikes.stride;
    float u = state.coordinate()[cell];
    float largest = 0;
    for (int k = base; k < base + spikes.arrivals[sample] && spikes.u[k] < u; k++) {
      largest = Math.max(largest, spikes.p[k] * (u - spikes.u[k]));
    }
    return Math.abs(errors[cell]) * largest > guard;
  }

  void gradient(int block, int count) {
    int from = block * inputs * Blocks.WIDTH;
    Arrays.fill(gradient, from, from + inputs * Blocks.WIDTH, 0f);
    for (int b = 0; b < count; b++) {
      kernel.weightGradient(spikes, b, guarded, state.coordinate(), b * padded + block * Blocks.WIDTH, gradient, from);
    }
  }

  void delayGradient(int count) {
    Arrays.fill(thetaGradient, 0);
    for (int b = 0; b < count && theta.length > 0; b++) {
      for (int i = 0; i < theta.length; i++) {
        thetaGradient[i] += inputErrors[b * spikes.padded + i] * (double) (delay[i] * (1 - delay[i]));
      }
    }
  }

  void step(int block, Kernel.AdamStep constantsOfStep) {
    int from = block * inputs * Blocks.WIDTH;
    kernel.adam(constantsOfStep, weights, gradient, first, second, from, from + inputs * Blocks.WIDTH);
  }

  void stepDelays(AdamSettings adam, long step, double rate) {
    if (theta.length > 0) {
      adam.update(theta, thetaGradient, thetaFirst, thetaSecond, step, rate, 1);
      delaysChanged();
    }
  }

  void weightsChanged() {
    if (effective != weights) {
      float largest = 0;
      for (float w : weights) {
        largest = Math.max(largest, Math.abs(w));
      }
      double scale = quantisation.scale(largest);
      for (int i = 0; i < weights.length; i++) {
        effective[i] = (float) quantisation.stored(weights[i], scale);
      }
    }
    if (passesErrorsOn) {
      for (int n = 0; n < neurons; n++) {
        for (int i = 0; i < inputs; i++) {
          transposed[n * spikes.padded + i] = effective[Blocks.index(inputs, i, n)];
        }
      }
    }
  }

  private void delaysChanged() {
    for (int i = 0; i < theta.length; i++) {
      delay[i] = (float) (1 / (1 + StrictMath.exp(-theta[i])));
    }
  }

  double[] weights() {
    return unblocked(weights);
  }

  double[] gradient() {
    return unblocked(gradient);
  }

  private double[] unblocked(float[] blocked) {
    double[] plain = new double[inputs * neurons];
    for (int i = 0; i < inputs; i++) {
      for (int n = 0; n < neurons; n++) {
        plain[i * neurons + n] = blocked[Blocks.index(inputs, i, n)];
      }
    }
    return plain;
  }

  void setWeights(double[] plain) {
    for (int i = 0; i < inputs; i++) {
      for (int n = 0; n < neurons; n++) {
        weights[Blocks.index(inputs, i, n)] = (float) plain[i * neurons + n];
      }
    }
    weightsChanged();
  }

  double[] delays() {
    double[] copy = new double[delay.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = delay[i];
    }
    return copy;
  }

  void setDelays(double[] values) {
    System.arraycopy(values, 0, theta, 0, theta.length);
    delaysChanged();
  }

  void save(String prefix, Map<String, Object> all) {
    all.put(prefix + "weights", weights.clone());
    all.put(prefix + "weights.m", first.clone());
    all.put(prefix + "weights.v", second.clone());
    all.put(prefix + "theta", theta.clone());
    all.put(prefix + "theta.m", thetaFirst.clone());
    all.put(prefix + "theta.v", thetaSecond.clone());
  }

  void load(String prefix, Map<String, Object> all) {
    System.arraycopy(StateArrays.floats(all, prefix + "weights", weights.length), 0, weights, 0, weights.length);
    System.arraycopy(StateArrays.floats(all, prefix + "weights.m", first.length), 0, first, 0, first.length);
    System.arraycopy(StateArrays.floats(all, prefix + "weights.v", second.length), 0, second, 0, second.length);
    setDelays(StateArrays.doubles(all, prefix + "theta", theta.length));
    System.arraycopy(StateArrays.doubles(all, prefix + "theta.m", theta.length), 0, thetaFirst, 0, theta.length);
    System.arraycopy(StateArrays.doubles(all, prefix + "theta.v", theta.length), 0, thetaSecond, 0, theta.length);
    weightsChanged();
  }
}
