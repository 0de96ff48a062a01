package ranvier.neurons.ttfs.learning;

/** What the label layer's spike times are trained towards. Times in tau_s. Stateless. */
public sealed interface Loss permits CrossEntropyLoss, TargetTimeLoss, RelativeTimeLoss {
  /** Loss of a sample whose right label neuron stays silent; it has no gradient. */
  double SILENT = 100;

  /**
   * Loss of one sample and its gradient.
   *
   * @param times of the label neurons, from offset; infinite: silent
   * @param gradient receives dL/dt from offset; 0 for silent neurons
   */
  double of(double[] times, int offset, int classes, int label, double[] gradient);

  /** The class that a sample is given; -1 if no label neuron spikes. */
  default int decide(double[] times, int offset, int classes) {
    int best = -1;
    double earliest = Double.POSITIVE_INFINITY;
    for (int n = 0; n < classes; n++) {
      if (times[offset + n] < earliest) {
        earliest = times[offset + n];
        best = n;
      }
    }
    return best;
  }
}
