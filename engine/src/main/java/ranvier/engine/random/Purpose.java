package ranvier.engine.random;

/** What random numbers are drawn for; part of the key, so that purposes never share numbers. */
public enum Purpose {
  /** Which neurons are connected. */
  CONNECTIVITY(1),
  /** Synaptic weights. */
  WEIGHT(2),
  /** Synaptic delays. */
  DELAY(3),
  /** Parameters of neurons. */
  PARAMETER(4),
  /** Initial values of state variables. */
  INITIAL_STATE(5),
  /** Poisson input. */
  POISSON(6),
  /** Gaussian currents. */
  NOISE(7),
  /** Spiking of stochastic neurons. */
  NEURON(8),
  /** Parameters of synapses. */
  SYNAPSE(9),
  /** Draws of a scenario's own. */
  SCENARIO(10);

  private final int key;

  Purpose(int key) {
    this.key = key;
  }

  /** Part of the generator's key; never changes, so that results stay the same. */
  int key() {
    return key;
  }
}
