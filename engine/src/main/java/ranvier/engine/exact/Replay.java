package ranvier.engine.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ranvier.engine.model.EventNeurons;
import ranvier.engine.network.Network;

/**
 * One neuron lived through again, with its spikes given: arrivals, current steps and spikes in the order of time.
 * Leaving out an arrival shows what it contributed.
 */
final class Replay {
  /** An arrival before the previous spike by more than this is not listed; its current has decayed. */
  private static final double BEFORE_PREVIOUS_MS = 50.0;

  private record Step(double timeMs, int order, double value, int channel, int index) {}

  private final ExactNetwork exact;
  private final int neuron;
  private final double untilMs;
  private final List<Explanation.Cause> arrivals = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  /**
   * The life of a neuron up to one of its spikes.
   *
   * @param sources sources of all spikes of the network up to then, spike trains included
   * @param timesMs when
   */
  Replay(ExactNetwork exact, Network network, int neuron, double untilMs, int[] sources, double[] timesMs) {
    this.exact = exact;
    this.neuron = neuron;
    this.untilMs = untilMs;
    ExactLayout layout = exact.layout();
    int unit = layout.unitOf[neuron];
    int local = layout.localOf[neuron];
    for (int k = 0; k < sources.length; k++) {
      if (sources[k] == neuron && timesMs[k] < untilMs) {
        steps.add(new Step(timesMs[k], 2, 0.0, 0, -1));
      }
      for (int s = 0; s < exact.rows(unit).length; s++) {
        Rows rows = exact.rows(unit)[s];
        for (int p = rows == null ? 0 : rows.start[sources[k]]; rows != null && p < rows.start[sources[k] + 1]; p++) {
          if (rows.target(p) == local && timesMs[k] + rows.delayMs(p) <= untilMs) {
            arrive(sources[k], timesMs[k], timesMs[k] + rows.delayMs(p), rows.weight(p), s >> 1);
          }
        }
      }
    }
    UnitInputs inputs = exact.freshInputs(unit);
    for (PoissonArrivals poisson : inputs.poisson()) {
      for (int k = 0; k < poisson.neurons.length; k++) {
        double t = poisson.next(k);
        while (poisson.neurons[k] == local && t <= Math.min(untilMs, poisson.stopMs())) {
          arrive(Explanation.POISSON, t, t, poisson.weight, poisson.channel);
          t += poisson.gap(k);
        }
      }
    }
    CurrentChanges currents = inputs.currents();
    while (currents.nextMs() <= untilMs) {
      double at = currents.nextMs();
      currents.collectNext();
      for (int k = 0; k < currents.count(); k++) {
        if (currents.neuron(k) == local) {
          steps.add(new Step(at, 0, currents.total(k), 0, -1));
        }
      }
    }
    steps.sort(Comparator.comparingDouble(Step::timeMs).thenComparingInt(Step::order));
  }

  private void arrive(int source, double spikeMs, double arrivalMs, double weight, int channel) {
    steps.add(new Step(arrivalMs, 1, weight, channel, arrivals.size()));
    arrivals.add(new Explanation.Cause(source, spikeMs, arrivalMs, weight, 0.0));
  }

  Explanation explain() {
    double previous = Double.NEGATIVE_INFINITY;
    for (Step s : steps) {
      previous = s.order() == 2 ? Math.max(previous, s.timeMs()) : previous;
    }
    double from = previous - BEFORE_PREVIOUS_MS;
    boolean[] without = new boolean[arrivals.size()];
    double potential = potential(without);
    List<Explanation.Cause> causes = new ArrayList<>();
    for (int k = 0; k < without.length; k++) {
      Explanation.Cause a = arrivals.get(k);
      if (a.arrivalMs() >= from) {
        without[k] = true;
        causes.add(new Explanation.Cause(a.source(), a.spikeMs(), a.arrivalMs(), a.weight(),
            potential - potential(without)));
        without[k] = false;
      }
    }
    for (int k = 0; k < without.length; k++) {
      without[k] = arrivals.get(k).arrivalMs() >= from;
    }
    causes.sort(Comparator.comparingDouble(Explanation.Cause::contributionMv).reversed()
        .thenComparingDouble(Explanation.Cause::arrivalMs).thenComparingInt(Explanation.Cause::source));
    return new Explanation(neuron, untilMs, previous, potential, potential(without), causes);
  }

  /** The potential at the end, without some of the arrivals. */
  private double potential(boolean[] without) {
    EventNeurons model = exact.single(neuron);
    double now = 0.0;
    double refractoryUntil = 0.0;
    for (Step s : steps) {
      if (s.index() >= 0 && without[s.index()]) {
        continue;
      }
      now = advance(model, now, s.timeMs(), refractoryUntil);
      switch (s.order()) {
        case 0 -> model.current(0, s.value());
        case 1 -> model.receive(0, s.channel(), s.value(), Math.max(0.0, refractoryUntil - now));
        default -> refractoryUntil = now + model.spike(0);
      }
    }
    advance(model, now, untilMs, refractoryUntil);
    return model.value(0, "V_m");
  }

  private static double advance(EventNeurons model, double now, double to, double refractoryUntil) {
    if (now < refractoryUntil) {
      double end = Math.min(to, refractoryUntil);
      model.advance(0, end - now, true);
      if (end == refractoryUntil) {
        model.endRefractoriness(0);
      }
      now = end;
    }
    if (to > now) {
      model.advance(0, to - now, false);
    }
    return to;
  }
}
