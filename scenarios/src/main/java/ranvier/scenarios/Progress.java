package ranvier.scenarios;

/** Is told how far a run is; called rarely (a few times a second), by the thread that runs. */
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = new Progress() { };

  /** A new phase starts: {@code building}, {@code simulating}, {@code epoch 3/300}. */
  default void phase(String name) {}

  /**
   * How much of the phase is done.
   *
   * @param done in [0, 1]
   * @param detail what else there is to say: biological time, spikes, loss
   */
  default void update(double done, String detail) {}
}
