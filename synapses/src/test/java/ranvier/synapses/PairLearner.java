package ranvier.synapses;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.History;
import ranvier.engine.model.SynapseBlock;
import ranvier.engine.model.SynapseRow;

/** A {@link PairRule} with a history of its own, and the row it teaches: on copies or where the weights are. */
final class PairLearner implements SynapseBlock {
  static final double STEP_MS = 0.1;
  static final double HIGHEST = 80.0;
  private static final double BACK_MS = 1.5;
  /** Where the row begins in its arrays. */
  private static final int FROM = 3;

  private final int targets;
  private final double mu;
  private final VectorGate gate;
  private final History history;
  private final SynapseRow row = new SynapseRow(0, 1);
  private final PairRule rule;
  private final char[] places;
  private double previousMs = Double.NEGATIVE_INFINITY;
  private int inPlace;

  PairLearner(int targets, double mu, boolean isPowerLaw, VectorGate gate, boolean isRecent, double[] initial) {
    this.targets = targets;
    this.mu = mu;
    this.gate = gate;
    history = new History(targets, new double[] {34.0}, new double[] {17.0});
    if (isRecent) {
      history.setOneDelay();
    }
    places = new char[FROM + targets];
    for (int k = 0; k < targets; k++) {
      row.targets()[k] = k;
      places[FROM + k] = (char) k;
    }
    System.arraycopy(initial, 0, row.weights(), 0, targets);
    rule = new PairRule(this, isPowerLaw ? WeightChange.powerLaw(this) : WeightChange.bounded(this));
  }

  /** A presynaptic spike, on copies. */
  void arrive(double nowMs) {
    set(nowMs);
    rule.arrive(row);
    previousMs = nowMs;
  }

  /** The same where the weights are, if the rule can. */
  void arriveInPlace(double nowMs) {
    set(nowMs);
    double[] weights = new double[FROM + targets];
    System.arraycopy(row.weights(), 0, weights, FROM, targets);
    if (rule.arriveInPlace(row, places, weights, FROM)) {
      System.arraycopy(weights, FROM, row.weights(), 0, targets);
      inPlace++;
    } else {
      rule.arrive(row);
    }
    previousMs = nowMs;
  }

  /** The same with weights in single precision. */
  void arriveSingle(double nowMs) {
    set(nowMs);
    float[] weights = new float[FROM + targets];
    for (int k = 0; k < targets; k++) {
      weights[FROM + k] = (float) row.weights()[k];
    }
    if (rule.arriveInPlace(row, places, weights, FROM)) {
      inPlace++;
    } else {
      rule.arrive(row);
      for (int k = 0; k < targets; k++) {
        weights[FROM + k] = (float) row.weights()[k];
      }
    }
    for (int k = 0; k < targets; k++) {
      row.weights()[k] = weights[FROM + k];
    }
    previousMs = nowMs;
  }

  private void set(double nowMs) {
    row.set(0, targets, nowMs, previousMs, previousMs, BACK_MS);
  }

  /** Forgets what the row has seen. */
  void forget(double nowMs) {
    history.forget(Math.min(nowMs, previousMs) - 10.0, nowMs);
  }

  double[] weights() {
    return Arrays.copyOf(row.weights(), targets);
  }

  History history() {
    return history;
  }

  /** How often the rule has learned in place. */
  int inPlace() {
    return inPlace;
  }

  @Override
  public double parameter(String name) {
    return Map.of("tau_plus", 17.0, "tau_minus", 34.0, "lambda", 0.05, "alpha", 1.1, "Wmax", HIGHEST, "mu_plus", mu,
        "mu_minus", mu, "mu", mu).get(name);
  }

  @Override
  public double dtMs() {
    return STEP_MS;
  }

  @Override
  public double toleranceMs() {
    return 1e-6;
  }

  @Override
  public VectorGate vectorGate() {
    return gate;
  }

  @Override
  public int column(String name) {
    throw new UnsupportedOperationException("no columns");
  }

  @Override
  public History postSpikes(List<Double> sumTaus, List<Double> decayTaus) {
    return history;
  }

  @Override
  public History postVariable(String name) {
    throw new UnsupportedOperationException("no variables");
  }

  @Override
  public History modulator(List<Double> sumTaus, List<Double> decayTaus) {
    throw new UnsupportedOperationException("no modulator");
  }
}
