package ranvier.neurons.ttfs.learning;

/**
 * A network's answers to a set of samples.
 *
 * @param accuracy fraction that is right; a sample without any output spike is wrong
 * @param loss mean
 * @param decisions class per sample; -1: no output spike
 * @param times of the label neurons, [sample][class], tau_s; infinite: silent
 * @param confusion counts [label][decision]; samples without a decision are in none
 * @param undecided samples without any output spike
 * @param meanDecision mean time of the first output spike over decided samples, tau_s
 * @param hiddenSpikes mean number of spikes before the decision in all layers but the last
 */
public record Evaluation(double accuracy, double loss, int[] decisions, double[] times, int[][] confusion,
    int undecided, double meanDecision, double hiddenSpikes) {

  /** Presents all samples, without noise. */
  public static Evaluation of(LearningNetwork network, Samples samples, Loss loss) {
    int classes = samples.classes();
    int last = network.spec().layers().size() - 1;
    double[] times = new double[samples.size() * classes];
    double[] ignored = new double[times.length];
    int[] decisions = new int[samples.size()];
    int[][] confusion = new int[classes][classes];
    double totalLoss = 0;
    double decisionTime = 0;
    long hidden = 0;
    int right = 0;
    int undecided = 0;
    for (int from = 0; from < samples.size(); from += network.capacity()) {
      int count = Math.min(network.capacity(), samples.size() - from);
      network.forward(Batch.plain(samples, from, count));
      for (int b = 0; b < count; b++) {
        int s = from + b;
        double earliest = Double.POSITIVE_INFINITY;
        for (int n = 0; n < classes; n++) {
          times[s * classes + n] = network.time(last, b, n);
          earliest = Math.min(earliest, times[s * classes + n]);
        }
        int label = samples.labels()[s];
        totalLoss += loss.of(times, s * classes, classes, label, ignored);
        decisions[s] = loss.decide(times, s * classes, classes);
        if (decisions[s] < 0) {
          undecided++;
          continue;
        }
        confusion[label][decisions[s]]++;
        right += decisions[s] == label ? 1 : 0;
        decisionTime += earliest;
        hidden += spikesBefore(network, b, earliest);
      }
    }
    int decided = samples.size() - undecided;
    return new Evaluation((double) right / samples.size(), totalLoss / samples.size(), decisions, times, confusion,
        undecided, decisionTime / decided, (double) hidden / decided);
  }

  private static int spikesBefore(LearningNetwork network, int sample, double time) {
    int spikes = 0;
    for (int l = 0; l < network.spec().layers().size() - 1; l++) {
      for (int n = 0; n < network.spec().layers().get(l).neurons(); n++) {
        spikes += network.time(l, sample, n) <= time ? 1 : 0;
      }
    }
    return spikes;
  }
}
