package ranvier.neurons.ttfs.learning;

import java.util.Map;

/** A network that can be run and trained. One thread calls it; it may use more inside. */
public interface LearningNetwork extends AutoCloseable {
  /** What it is. */
  NetworkSpec spec();

  /** Runs a batch of at most {@link #capacity} samples; its spike times stay until the next call. */
  void forward(Batch batch);

  /** Largest batch. */
  int capacity();

  /** First spike of a neuron for a sample of the last batch, in tau_s; infinite if silent. */
  double time(int layer, int sample, int neuron);

  /** Fraction of (sample, neuron) pairs of the last batch without a spike. */
  double missing(int layer);

  /** Adds to all incoming weights of every neuron that was silent for at least one sample of the last batch. */
  void bump(int layer, double amount);

  /**
   * Gradients of the last batch.
   *
   * @param errors dL/dT of the label layer, [sample][class], any averaging over the batch included
   */
  void backward(double[] errors, Guard guard);

  /**
   * One step of Adam with the gradients of the last {@link #backward}.
   *
   * @param shrink part of every weight that is taken away beside it
   */
  void step(double rate, double delayRate, double shrink);

  /** Weights of a layer at {@code input * neurons + neuron}, copied. */
  double[] weights(int layer);

  /** Replaces the weights of a layer. */
  void setWeights(int layer, double[] weights);

  /** Gradient of the last {@link #backward} with respect to a layer's weights, laid out as {@link #weights}. */
  double[] weightGradient(int layer);

  /** Delays of a layer in tau_s (not theta), laid out as its {@link DelayKind} says; empty if there are none. */
  double[] delays(int layer);

  /** Everything that training changes, by name: {@code float[]} or {@code double[]}, copied. */
  Map<String, Object> state();

  /**
   * Takes back what {@link #state} gave.
   *
   * @throws IllegalArgumentException if a name is missing or a length or type differs
   */
  void restore(Map<String, Object> state);

  @Override
  void close();
}
