package ranvier.engine.model;

/**
 * What spikes do to synapses of equal parameters. A rule is handed whole pieces of rows: the synapses of one source
 * that have the same delay and parameters, as arrays. It keeps its numbers per piece and per synapse in the row, and
 * holds none itself that change. Used by one thread; must not allocate once running.
 *
 * <p>Time at the synapse: of the delay of a synapse the part {@link SynapseRow#backMs} is dendritic. A presynaptic
 * spike is there at {@link SynapseRow#nowMs}; a postsynaptic spike at t is there at t + backMs. The kernel calls in the
 * order of time, and late, when a presynaptic spike reaches its targets: everything that happened at the targets
 * between {@link SynapseRow#seenMs} and nowMs is then in the histories.
 */
public interface SynapseRule {
  /** Numbers kept per piece of a row, such as presynaptic traces. */
  default int rowVariables() {
    return 0;
  }

  /** Sets the numbers of a new piece, whose weights are given and whose other numbers are 0. */
  default void start(SynapseRow row) {}

  /** Takes into account what happened at the targets after seenMs, up to nowMs inclusive. */
  default void catchUp(SynapseRow row) {}

  /** A presynaptic spike at nowMs, after {@link #catchUp}. Afterwards its weights are transmitted. */
  void spike(SynapseRow row);

  /** {@link #catchUp} and {@link #spike} at once; a rule that is in a hurry does both in one loop. */
  default void arrive(SynapseRow row) {
    catchUp(row);
    spike(row);
  }

  /** Whether what is transmitted is the weight; otherwise {@link #spike} fills {@link SynapseRow#transmitted}. */
  default boolean transmitsWeight() {
    return true;
  }

  /**
   * Whether what is transmitted is the weight times one number for the whole piece, {@link SynapseRow#setFactor}. Then
   * {@link #spike} is given the numbers of the piece and its times only, neither weights nor targets nor columns.
   */
  default boolean transmitsMultiple() {
    return false;
  }

  /** Whether weights change; otherwise the kernel does not write them back. */
  default boolean changesWeights() {
    return true;
  }

  /** Interval of {@link #tick} in ms; 0: never. */
  default double tickMs() {
    return 0.0;
  }

  /** A multiple of the interval at nowMs, after {@link #catchUp}. */
  default void tick(SynapseRow row) {}

  /**
   * How long histories are kept for rows whose source is silent, in ms: every so often such rows catch up. At most
   * about 100 time constants of a history; infinite if the rule looks at none.
   */
  default double rememberMs() {
    return Double.POSITIVE_INFINITY;
  }
}
