package ranvier.neurons.ttfs.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * Trains a network, one epoch per call: shuffled mini-batches; a batch with too many silent neurons in a layer only
 * raises their weights (weight bumping), every other batch takes a step of Adam on the mean loss. The order of samples
 * is a function of seed and epoch, so a resumed training goes on as if it had not stopped.
 */
public final class Trainer {
  private static final int NOBODY = -1;

  private final LearningNetwork network;
  private final TrainingSettings settings;
  private final Samples samples;
  private final Philox shuffling;
  private final double[] times;
  private final double[] errors;
  private int epoch;
  private int bumpedLayer = NOBODY;
  private double bump;

  /** Starts before the first epoch. */
  public Trainer(LearningNetwork network, TrainingSettings settings, Samples samples, long seed) {
    if (network.capacity() < settings.batch()) {
      throw new IllegalArgumentException("the network takes batches of " + network.capacity() + ", training needs "
          + settings.batch());
    }
    if (network.spec().classes() != samples.classes()) {
      throw new IllegalArgumentException("the network has " + network.spec().classes() + " label neurons, "
          + samples.name() + " has " + samples.classes() + " classes");
    }
    this.network = network;
    this.settings = settings;
    this.samples = samples;
    shuffling = new Philox(seed, Purpose.SCENARIO);
    times = new double[settings.batch() * samples.classes()];
    errors = new double[times.length];
    bump = settings.bump();
  }

  /** Epochs done. */
  public int epoch() {
    return epoch;
  }

  /** Adds what the trainer itself must remember to a network's state. */
  public void save(Map<String, Object> state) {
    state.put("trainer", new double[] {epoch, bumpedLayer, bump});
  }

  /** Goes on from a saved state. */
  public void restore(Map<String, Object> state) {
    double[] saved = StateArrays.doubles(state, "trainer", 3);
    epoch = (int) saved[0];
    bumpedLayer = (int) saved[1];
    bump = saved[2];
  }

  /** Presents every sample once. */
  public EpochReport run() {
    int layers = network.spec().layers().size();
    int[] order = shuffled();
    double loss = 0;
    int right = 0;
    int bumps = 0;
    int batches = 0;
    double[] missing = new double[layers];
    double factor = settings.decay().factor(epoch);
    for (int from = 0; from < order.length; from += settings.batch()) {
      int count = Math.min(settings.batch(), order.length - from);
      Batch batch = new Batch(samples, order, from, count, settings.augmentation(), epoch);
      network.forward(batch);
      batches++;
      int needy = NOBODY;
      for (int l = layers - 1; l >= 0; l--) {
        double fraction = network.missing(l);
        missing[l] += fraction;
        needy = fraction > network.spec().layers().get(l).maxMissing() ? l : needy;
      }
      loss += score(batch);
      right += right(batch);
      if (needy != NOBODY) {
        raise(needy);
        bumps++;
      } else {
        bumpedLayer = NOBODY;
        network.backward(errors, settings.guard());
        network.step(settings.rate() * factor, settings.delayRate() * factor,
            settings.rate() * factor * settings.weightDecay());
      }
    }
    epoch++;
    List<Double> fractions = new ArrayList<>();
    for (double sum : missing) {
      fractions.add(sum / batches);
    }
    return new EpochReport(epoch, loss / order.length, (double) right / order.length, fractions, bumps, batches);
  }

  private double score(Batch batch) {
    int classes = samples.classes();
    int last = network.spec().layers().size() - 1;
    double loss = 0;
    for (int b = 0; b < batch.count(); b++) {
      for (int n = 0; n < classes; n++) {
        times[b * classes + n] = network.time(last, b, n);
      }
      loss += settings.loss().of(times, b * classes, classes, batch.label(b), errors);
    }
    for (int i = 0; i < batch.count() * classes; i++) {
      errors[i] /= batch.count();
    }
    return loss;
  }

  private int right(Batch batch) {
    int classes = samples.classes();
    int right = 0;
    for (int b = 0; b < batch.count(); b++) {
      right += settings.loss().decide(times, b * classes, classes) == batch.label(b) ? 1 : 0;
    }
    return right;
  }

  private void raise(int layer) {
    bump = layer == bumpedLayer ? 2 * bump : settings.bump();
    bumpedLayer = layer;
    network.bump(layer, bump);
  }

  private int[] shuffled() {
    int[] order = new int[samples.size()];
    for (int i = 0; i < order.length; i++) {
      int j = shuffling.below(i + 1, i, epoch);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
