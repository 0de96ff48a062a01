package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ranvier.engine.model.EventNeurons;

/**
 * One neuron lived through again, with its spikes given: arrivals, current steps and spikes in the order of time.
 * Leaving out an arrival shows what it contributed.
 */
final class Replay {
  /** An arrival before the previous spike by more than this is not listed; its current has decayed. */
  private static final double BEFORE_PREVIOUS_MS = 50.0;
  /** Arrivals are listed from so far back that all older ones together changed the potential by less than this. */
  private static final double NEGLIGIBLE_MV = 1e-6;
  private static final double FIRST_WINDOW_MS = 50.0;
  /** An arrival that makes a neuron spike is at the time of the spike, but for the rounding of both. */
  private static final double SAME_TIME_MS = 1e-9;

  private static final int CURRENT = 0;
  private static final int ARRIVAL = 1;
  private static final int SPIKE = 2;

  private record Step(double timeMs, int kind, double value, int channel, int index) {}

  private final double untilMs;
  private final TreeSet<Double> ownSpikes = new TreeSet<>();
  private final List<Explanation.Cause> arrivals = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final int neuron;

  /** The neuron, its state, and where it is in its life. */
  private final EventNeurons model;
  private final Map<String, double[]> state = new LinkedHashMap<>();
  private double now;
  private double refractoryUntil;
  private double current;

  /** Where a replay starts: the first step not yet done, and everything that changes. */
  private record Snapshot(int step, double now, double refractoryUntil, double current, Map<String, Double> state) {}

  /**
   * The life of a neuron up to one of its spikes.
   *
   * @param sources sources of all spikes of the network up to then, spike trains included
   * @param timesMs when
   */
  Replay(ExactNetwork exact, int neuron, double untilMs, int[] sources, double[] timesMs) {
    this.neuron = neuron;
    this.untilMs = untilMs;
    model = exact.single(neuron, state);
    for (int k = 0; k < sources.length; k++) {
      if (sources[k] == neuron && timesMs[k] < untilMs) {
        ownSpikes.add(timesMs[k]);
      }
    }
    ownSpikes.forEach(t -> steps.add(new Step(t, SPIKE, 0.0, 0, -1)));
    ExactLayout layout = exact.layout();
    int unit = layout.unitOf[neuron];
    int local = layout.localOf[neuron];
    for (int k = 0; k < sources.length; k++) {
      for (int s = 0; s < exact.rows(unit).length && timesMs[k] <= untilMs; s++) {
        Rows rows = exact.rows(unit)[s];
        for (int p = rows == null ? 0 : rows.start[sources[k]]; rows != null && p < rows.start[sources[k] + 1]; p++) {
          if (rows.target(p) == local) {
            arrive(sources[k], timesMs[k], timesMs[k] + rows.delayMs(p), rows.weight(p), s >> 1);
          }
        }
      }
    }
    UnitInputs inputs = exact.freshInputs(unit);
    for (PoissonArrivals poisson : inputs.poisson()) {
      for (int k = 0; k < poisson.neurons.length; k++) {
        double t = poisson.cellStartMs(k) + poisson.offsetMs(k);
        while (poisson.neurons[k] == local && t <= untilMs + SAME_TIME_MS) {
          arrive(Explanation.POISSON, t, t, poisson.weight, poisson.channel);
          poisson.step(k);
          t = poisson.cellStartMs(k) + poisson.offsetMs(k);
        }
      }
    }
    CurrentChanges currents = inputs.currents();
    while (currents.nextMs() <= untilMs) {
      double at = currents.nextMs();
      currents.collectNext();
      for (int k = 0; k < currents.count(); k++) {
        if (currents.neuron(k) == local) {
          steps.add(new Step(at, CURRENT, currents.total(k), 0, -1));
        }
      }
    }
    steps.sort(Comparator.comparingDouble(Step::timeMs).thenComparingInt(Step::kind));
  }

  private void arrive(int source, double spikeMs, double arrivalMs, double weight, int channel) {
    if (arrivalMs > untilMs + SAME_TIME_MS) {
      return;
    }
    Double before = ownSpikes.floor(arrivalMs + SAME_TIME_MS);
    double at = before != null && Math.abs(before - arrivalMs) <= SAME_TIME_MS ? before
        : Math.min(arrivalMs, untilMs);
    steps.add(new Step(at, ARRIVAL, weight, channel, arrivals.size()));
    arrivals.add(new Explanation.Cause(source, spikeMs, at, weight, 0.0));
  }

  Explanation explain() {
    boolean[] without = new boolean[arrivals.size()];
    Snapshot birth = snapshot(0);
    double potential = potential(birth, without);
    double previous = ownSpikes.isEmpty() ? Double.NEGATIVE_INFINITY : ownSpikes.last();
    double from = previous - BEFORE_PREVIOUS_MS;
    for (double window = FIRST_WINDOW_MS; untilMs - window > Math.max(0.0, from); window *= 2.0) {
      if (Math.abs(potential - potential(birth, before(untilMs - window))) < NEGLIGIBLE_MV) {
        from = untilMs - window;
      }
    }
    double olderMv = potential - potential(birth, before(from));
    Snapshot start = snapshotAt(birth, from);
    List<Explanation.Cause> causes = new ArrayList<>();
    for (int k = 0; k < without.length; k++) {
      Explanation.Cause a = arrivals.get(k);
      if (a.arrivalMs() >= from) {
        without[k] = true;
        causes.add(new Explanation.Cause(a.source(), a.spikeMs(), a.arrivalMs(), a.weight(),
            potential - potential(start, without)));
        without[k] = false;
      }
    }
    for (int k = 0; k < without.length; k++) {
      without[k] = arrivals.get(k).arrivalMs() >= from;
    }
    causes.sort(Comparator.comparingDouble(Explanation.Cause::contributionMv).reversed()
        .thenComparingDouble(Explanation.Cause::arrivalMs).thenComparingInt(Explanation.Cause::source));
    return new Explanation(neuron, untilMs, previous, potential, potential(start, without), from, olderMv, causes);
  }

  private boolean[] before(double timeMs) {
    boolean[] chosen = new boolean[arrivals.size()];
    for (int k = 0; k < chosen.length; k++) {
      chosen[k] = arrivals.get(k).arrivalMs() < timeMs;
    }
    return chosen;
  }

  private Snapshot snapshot(int step) {
    Map<String, Double> values = new LinkedHashMap<>();
    state.forEach((variable, array) -> values.put(variable, array[0]));
    return new Snapshot(step, now, refractoryUntil, current, values);
  }

  /** The state before the first step at or after a time, with all arrivals. */
  private Snapshot snapshotAt(Snapshot birth, double timeMs) {
    restore(birth);
    int k = 0;
    while (k < steps.size() && steps.get(k).timeMs() < timeMs) {
      take(steps.get(k++));
    }
    return snapshot(k);
  }

  private void restore(Snapshot from) {
    from.state().forEach((variable, value) -> state.get(variable)[0] = value);
    now = from.now();
    refractoryUntil = from.refractoryUntil();
    current = from.current();
    model.current(0, current);
  }

  /** The potential at the end, without some of the arrivals. */
  private double potential(Snapshot start, boolean[] without) {
    restore(start);
    for (int k = start.step(); k < steps.size(); k++) {
      Step s = steps.get(k);
      if (s.index() < 0 || !without[s.index()]) {
        take(s);
      }
    }
    advance(untilMs);
    return model.value(0, "V_m");
  }

  private void take(Step s) {
    advance(s.timeMs());
    switch (s.kind()) {
      case CURRENT -> {
        current = s.value();
        model.current(0, current);
      }
      case ARRIVAL -> model.receive(0, s.channel(), s.value(), Math.max(0.0, refractoryUntil - now));
      default -> refractoryUntil = now + model.spike(0);
    }
  }

  private void advance(double toMs) {
    if (now < refractoryUntil) {
      double end = Math.min(toMs, refractoryUntil);
      model.advance(0, end - now, true);
      if (end == refractoryUntil) {
        model.endRefractoriness(0);
      }
      now = end;
    }
    if (toMs > now) {
      model.advance(0, toMs - now, false);
      now = toMs;
    }
  }
}
