package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.network.NormalQuantile;
import ranvier.engine.network.Stimulus;
import ranvier.engine.random.Philox;
import ranvier.engine.random.Purpose;

/**
 * When the stimulus currents of the neurons of one unit change, and to what. Several stimuli onto one neuron add up in
 * the order of the network. Noise is a current that changes at every interval, drawn when it is asked for.
 */
final class CurrentChanges {
  /** One current onto some neurons; steps are given or, for noise, computed. */
  private static final class Course {
    final int[] neurons;
    final int[] ids;
    final Stimulus stimulus;
    final Philox random;
    int step;

    Course(Stimulus stimulus, int[] neurons, int[] ids, long seed, int number) {
      this.stimulus = stimulus;
      this.neurons = neurons;
      this.ids = ids;
      random = stimulus instanceof Stimulus.Noise ? new Philox(seed, Purpose.NOISE, number) : null;
    }

    double timeMs() {
      return switch (stimulus) {
        case Stimulus.Current c -> step < c.timesMs().length ? c.timesMs()[step] : Double.POSITIVE_INFINITY;
        case Stimulus.Noise n -> {
          double t = n.startMs() + step * n.intervalMs();
          double before = n.startMs() + (step - 1) * n.intervalMs();
          yield t < n.stopMs() ? t : step > 0 && before < n.stopMs() ? n.stopMs() : Double.POSITIVE_INFINITY;
        }
        case Stimulus.Poisson p -> Double.POSITIVE_INFINITY;
      };
    }

    double amplitude(int k) {
      return switch (stimulus) {
        case Stimulus.Current c -> c.amplitudes()[step];
        case Stimulus.Noise n -> timeMs() >= n.stopMs() ? 0.0
            : n.mean() + n.std() * NormalQuantile.at(random.uniform(ids[k], step));
        case Stimulus.Poisson p -> 0.0;
      };
    }
  }

  private final double binMs;
  private final long firstBin;
  private final List<Course> courses = new ArrayList<>();
  private double[][] amplitudes = new double[0][];
  /** The changes of the present bin, by time, then stimulus, then neuron. */
  private int[] neurons = new int[16];
  private double[] offsets = new double[16];
  private double[] totals = new double[16];
  private int[] link = new int[16];
  private final int[] firstOf;
  private final int[] lastOf;
  private int count;
  private final int size;

  /** Times of stimuli count from the start of the first bin. */
  CurrentChanges(int size, double binMs, long firstBin) {
    this.size = size;
    firstOf = new int[size];
    lastOf = new int[size];
    Arrays.fill(firstOf, -1);
    this.binMs = binMs;
    this.firstBin = firstBin;
  }

  void add(Stimulus stimulus, int[] local, int[] ids, long seed, int number) {
    courses.add(new Course(stimulus, local, ids, seed, number));
    amplitudes = Arrays.copyOf(amplitudes, courses.size());
    amplitudes[courses.size() - 1] = new double[size];
  }

  /** Time of the next change in ms since the start; infinite if there is none. */
  double nextMs() {
    int earliest = earliest();
    return earliest < 0 ? Double.POSITIVE_INFINITY : courses.get(earliest).timeMs();
  }

  /** Number of the course that changes next, of simultaneous ones the first; -1 if there is none. */
  private int earliest() {
    int earliest = -1;
    // By number: asked for in every bin, where an iterator would be an object until this is compiled.
    for (int k = 0; k < courses.size(); k++) {
      if (earliest < 0 || courses.get(k).timeMs() < courses.get(earliest).timeMs()) {
        earliest = k;
      }
    }
    return earliest;
  }

  /** Collects the changes in a bin; returns how many. */
  int collect(long bin) {
    clear();
    long since = bin - firstBin;
    while (nextMs() < (since + 1) * binMs) {
      step(since);
    }
    return count;
  }

  private void step(long since) {
    int index = earliest();
    Course course = courses.get(index);
    double offset = Math.max(0.0, course.timeMs() - since * binMs);
    for (int k = 0; k < course.neurons.length; k++) {
      int neuron = course.neurons[k];
      amplitudes[index][neuron] = course.amplitude(k);
      double total = 0.0;
      for (double[] a : amplitudes) {
        total += a[neuron];
      }
      add(neuron, offset, total);
    }
    course.step++;
  }

  /** Collects only what changes next; offsets are not meant. */
  void collectNext() {
    clear();
    double next = nextMs();
    while (nextMs() == next) {
      step(0L);
    }
  }

  private void clear() {
    for (int k = 0; k < count; k++) {
      firstOf[neurons[k]] = -1;
    }
    count = 0;
  }

  private void add(int neuron, double offset, double total) {
    if (count == neurons.length) {
      neurons = Arrays.copyOf(neurons, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      totals = Arrays.copyOf(totals, 2 * count);
      link = Arrays.copyOf(link, 2 * count);
    }
    if (firstOf[neuron] < 0) {
      firstOf[neuron] = count;
    } else {
      link[lastOf[neuron]] = count;
    }
    lastOf[neuron] = count;
    link[count] = -1;
    neurons[count] = neuron;
    offsets[count] = offset;
    totals[count++] = total;
  }

  int count() {
    return count;
  }

  int neuron(int k) {
    return neurons[k];
  }

  double offset(int k) {
    return offsets[k];
  }

  double total(int k) {
    return totals[k];
  }

  /** The next change of one neuron's current after a time of the bin; infinite if there is none. */
  double nextOffset(int neuron, double now) {
    for (int k = firstOf[neuron]; k >= 0; k = link[k]) {
      if (offsets[k] > now) {
        return offsets[k];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Carries out what changes now for one neuron. */
  void apply(int neuron, double now, EventNeurons model) {
    for (int k = firstOf[neuron]; k >= 0; k = link[k]) {
      if (offsets[k] == now) {
        model.current(neuron, totals[k]);
      }
    }
  }
}
