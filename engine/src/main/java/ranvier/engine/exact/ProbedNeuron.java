package ranvier.engine.exact;

import ranvier.engine.model.EventNeurons;

/** One neuron that a probe watches: which samples fall into the present bin, and where they go. */
final class ProbedNeuron {
  final int neuron;
  private final ExactSamples samples;
  private final int column;
  private final double runStartMs;
  private double binStartMs;
  private long first;
  private long next;

  ProbedNeuron(int neuron, ExactSamples samples, int column, double runStartMs) {
    this.neuron = neuron;
    this.samples = samples;
    this.column = column;
    this.runStartMs = runStartMs;
  }

  /** Goes to a bin; whether a sample falls into it, its end included. */
  boolean open(double startMs, double binMs) {
    binStartMs = startMs - runStartMs;
    first = samples.firstAfter(binStartMs);
    next = first;
    return offsetMs() <= binMs;
  }

  /** Starts with the bin's first sample again. */
  void rewind() {
    next = first;
  }

  /** Offset of the next sample in the bin; beyond its end if there is none. */
  double offsetMs() {
    return (next + 1) * samples.probe().intervalMs() - binStartMs;
  }

  /** Time of the next sample since the start of the run. */
  double timeMs() {
    return (next + 1) * samples.probe().intervalMs();
  }

  void take(EventNeurons neurons) {
    double[] row = samples.row(next++);
    for (int v = 0; v < samples.probe().variables().size(); v++) {
      row[column + v] = neurons.value(neuron, samples.probe().variables().get(v));
    }
  }
}
