package ranvier.engine.model;

/**
 * Neurons that advance by work bins. The model must be linear between spikes: an arrival changes the state at the bin's
 * end by its weight times a function of the time from the arrival to the bin's end. The kernel fits these functions by
 * polynomials and adds them up per neuron and channel; the model then advances whole ranges of neurons, and proves by
 * an upper bound which of them cannot have reached the threshold anywhere in the bin. The others are walked event by
 * event from the state at the bin's start, which is therefore kept.
 */
public interface BinNeurons extends EventNeurons {
  /**
   * Sets the width of the bins, once, before anything else.
   *
   * @param late whether arrivals may come {@link #late}; a bound with some room to spare then saves walks
   */
  void width(double binMs, boolean late);

  /** Number of state variables that an arrival changes: 1 to 4. */
  int effects();

  /**
   * What an arrival of weight 1 adds to a state variable some time later. Smooth: fitted by a polynomial on [0, width].
   */
  double effect(int channel, int effect, double laterMs);

  /**
   * Keeps the state of the neurons {@code from <= i < to} and advances them to the bin's end as if none of them spiked
   * or was refractory.
   *
   * @param excitatory sums of effects: element {@code i * effects() + k} belongs to neuron i; set to 0
   * @param inhibitory likewise
   * @param risky set to 1 for each neuron that may have been at or above threshold within the bin; all 0 before
   */
  void update(int from, int to, double[] excitatory, double[] inhibitory, byte[] risky);

  /**
   * Corrects a neuron that has been refractory for the whole bin just advanced.
   *
   * @return false if the neuron must be walked instead
   */
  boolean hold(int neuron);

  /**
   * Adds an arrival to a bin that has been advanced, for a neuron that was not walked.
   *
   * @param restMs time from the arrival to the bin's end
   * @param effects what it adds to each state variable at the bin's end
   * @return whether the neuron may now have been at or above threshold within the bin
   */
  boolean late(int neuron, int channel, double restMs, double weight, double[] effects);

  /**
   * Adds an arrival to a bin that has been advanced, for a neuron that {@link #hold was held}.
   *
   * @param effects what it would add to each state variable at the bin's end if the neuron were not refractory
   */
  void lateHeld(int neuron, int channel, double[] effects);

  /** Goes back to the state at the bin's start. */
  void rewind(int neuron);

  /** Whether the neuron cannot reach the threshold any more, however long nothing arrives. */
  boolean quiet(int neuron);
}
