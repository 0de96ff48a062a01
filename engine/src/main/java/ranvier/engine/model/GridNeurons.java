package ranvier.engine.model;

/**
 * Neurons of one block of a population that advance in steps of dt. Used by one thread; must not allocate.
 */
public interface GridNeurons {
  /**
   * Advances the neurons {@code from <= i < to} from (step - 1) dt to step dt: membrane from the old synaptic state and
   * current, decay of the synaptic state, addition of the input that arrives at step dt, threshold test.
   *
   * @param from a multiple of 16
   * @param to at most the block's padded size; lanes from the block's size on are padding, whose spikes are ignored
   * @param step counted from 1
   * @param input what arrives at step dt
   * @param spikes takes the index of each neuron that spikes, in ascending order
   */
  void advance(int from, int to, int step, GridInput input, SpikeSink spikes);

  /**
   * Does the same with integer sums, if it can: offered where all input of the step is in such sums (and one Poisson
   * input, if {@link #takesCounts}), and no stimulus current drives the block. A model need not know of this. What it
   * says of some neurons of the block it says of all in that step.
   *
   * @param sums what arrives at step dt; set to 0 for the neurons of the range if they are taken
   * @return false if nothing was done; the kernel then prepares input as numbers
   */
  default boolean advanceFromSums(int from, int to, int step, InputSums sums, SpikeSink spikes) {
    return false;
  }

  /** Whether {@link #advanceFromSums} takes {@link InputSums#counts} into account. */
  default boolean takesCounts() {
    return false;
  }
}
