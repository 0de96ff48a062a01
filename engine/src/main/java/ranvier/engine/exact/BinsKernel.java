package ranvier.engine.exact;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import ranvier.engine.measure.RegionClock;

/**
 * Exact time by work bins: a bin is opened by every worker for its units, then its spikes are exchanged in windows of
 * the shortest delay, within which no spike can reach another neuron. The result is the same for any number of workers
 * and partitions.
 */
public final class BinsKernel {
  /** Keeps a window shorter than the shortest delay whatever the rounding. */
  private static final double WINDOW = 1.0 - 1e-9;
  /** Whether neurons may fall asleep is looked at after this many bins. */
  private static final int SLEEP_EVERY = 16;

  private final ExactNetwork network;
  private final List<Unit> units;
  private final int windows;
  private final double windowMs;
  private long bin;

  BinsKernel(ExactNetwork network, List<Unit> units) {
    this.network = network;
    this.units = units;
    bin = network.firstSlice();
    windows = windows(network);
    windowMs = network.binMs() / windows;
  }

  /** Into how many windows a bin falls; in a single one nothing arrives that is caused in the same bin. */
  static int windows(ExactNetwork network) {
    double longest = network.shortestDelayMs() * WINDOW;
    return longest >= network.binMs() ? 1 : (int) Math.ceil(network.binMs() / longest);
  }

  /** Workers for one run, one per clock; they share what they exchange. */
  public List<Worker> workers(RegionClock... clocks) {
    Worker[] workers = new Worker[clocks.length];
    for (int w = 0; w < clocks.length; w++) {
      workers[w] = new Worker(w, clocks, workers);
    }
    return List.of(workers);
  }

  /** The next bin. */
  public long bin() {
    return bin;
  }

  /** Spikes that have arrived so far. */
  public long arrivals() {
    return units.stream().filter(u -> u != null).mapToLong(Unit::arrivals).sum();
  }

  /** Neuron-bins that were walked so far, repeated walks counted. */
  public long walks() {
    return units.stream().filter(u -> u != null).mapToLong(Unit::walked).sum();
  }

  /** Neurons that became risky by a late arrival so far. */
  public long surprises() {
    return units.stream().filter(u -> u != null).mapToLong(Unit::surprises).sum();
  }

  /** Bytes of synapses and logs. */
  public long synapseBytes() {
    return units.stream().filter(u -> u != null).mapToLong(Unit::synapseBytes).sum();
  }

  /** One worker: advances its units bin by bin, together with the others. */
  public final class Worker {
    // Arrays: walking through a list makes an object, several times per bin, until that is compiled away.
    private final Unit[] own;
    /** Looks at some neurons of a unit, for each of the own units. */
    private final SleepingBlocks.Range[] finite;
    private final Worker[] all;
    private final int number;
    private final RegionClock clock;
    private final SpikeList[] published = {new SpikeList(), new SpikeList()};
    /** When the next spike after those published is predicted, in this bin. */
    private final double[] pendingMs = new double[2];
    private final SpikeList merged = new SpikeList();
    private final SpikeList ofBin = new SpikeList();
    private long reached = bin;
    private int parity;
    private int nextTrain;

    private Worker(int number, RegionClock[] clocks, Worker[] all) {
      this.number = number;
      clock = clocks[number];
      this.all = all;
      int[] numbers = IntStream.range(0, units.size())
          .filter(u -> units.get(u) != null && u % network.partitions() % clocks.length == number).toArray();
      own = IntStream.of(numbers).mapToObj(units::get).toArray(Unit[]::new);
      finite = IntStream.of(numbers).mapToObj(u -> (SleepingBlocks.Range) (from, to) ->
          network.requireFinite(u, from, to, reached * network.binMs())).toArray(SleepingBlocks.Range[]::new);
      while (nextTrain < network.trains().timesMs.length
          && network.trains().timesMs[nextTrain] < (bin - network.firstSlice()) * network.binMs()) {
        nextTrain++;
      }
    }

    /**
     * Advances by one bin.
     *
     * @param meet waits for the other workers; false to give up
     * @param spikes takes the spikes of each window, in canonical order
     * @return false if given up
     */
    public boolean advance(BooleanSupplier meet, SpikeWindow spikes) {
      append();
      if ((reached - network.firstSlice()) % SLEEP_EVERY == 0) {
        // What falls asleep now is not looked at any more.
        requireFinite();
        for (Unit unit : own) {
          unit.fallAsleep(reached);
        }
      }
      for (Unit unit : own) {
        unit.open(reached, clock);
      }
      for (int window = 1; window <= windows; window++) {
        double until = window == windows ? Double.POSITIVE_INFINITY : window * windowMs;
        SpikeList mine = published[parity];
        mine.clear();
        pendingMs[parity] = Double.POSITIVE_INFINITY;
        for (Unit unit : own) {
          pendingMs[parity] = Math.min(pendingMs[parity], unit.publish(until, mine));
        }
        if (!meet.getAsBoolean()) {
          return false;
        }
        clock.lap(RegionClock.WAIT);
        merge(Math.min(until, network.binMs()));
        if (merged.count() == 0) {
          // Nothing has happened that could change what is predicted, and every worker knows it: on to that.
          double earliest = earliestMs();
          window = earliest > network.binMs() ? windows
              : Math.max(window, (int) Math.min(windows - 1, earliest / windowMs));
        }
        parity ^= 1;
        if (windows > 1 && merged.count() > 0) {
          for (Unit unit : own) {
            unit.take(merged, clock);
          }
        }
        spikes.accept(reached, merged);
        clock.lap(RegionClock.RECORD);
        ofBin.addAll(merged);
      }
      for (Unit unit : own) {
        unit.close();
      }
      clock.lap(RegionClock.SCHEDULE);
      reached++;
      if (number == 0) {
        bin = reached;
      }
      return true;
    }

    /**
     * Notes what the spikes of the last bin cause in later ones: after the last bin of a run, too. Nobody waits for
     * anybody between this and the next bin's first window.
     */
    public void append() {
      for (Unit unit : own) {
        unit.append(ofBin, reached - 1);
      }
      ofBin.clear();
      clock.lap(RegionClock.SCHEDULE);
    }

    /**
     * Makes sure of the state of this worker's neurons, as far as they are awake: asleep it does not change.
     *
     * @throws IllegalStateException naming the first neuron whose state is not finite
     */
    public void requireFinite() {
      for (int k = 0; k < own.length; k++) {
        own[k].eachAwakeRange(finite[k]);
      }
    }

    private void merge(double untilMs) {
      merged.clear();
      for (Worker worker : all) {
        merged.addAll(worker.published[parity]);
      }
      for (double next = trainMs(); next < untilMs; next = trainMs()) {
        merged.add(Math.max(0.0, next), network.trains().sources[nextTrain++]);
      }
      merged.sort();
    }

    /** When the next spike of a train is due, in this bin; infinite if there is none. */
    private double trainMs() {
      double[] times = network.trains().timesMs;
      return nextTrain < times.length ? times[nextTrain] - (reached - network.firstSlice()) * network.binMs()
          : Double.POSITIVE_INFINITY;
    }

    /** When the next spike of all workers and trains is predicted. */
    private double earliestMs() {
      double earliest = trainMs();
      for (Worker worker : all) {
        earliest = Math.min(earliest, worker.pendingMs[parity]);
      }
      return earliest;
    }
  }
}
