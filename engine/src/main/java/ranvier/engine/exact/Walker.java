package ranvier.engine.exact;

import java.util.Arrays;
import ranvier.engine.model.BinNeurons;

/** Advances single neurons of one unit through a bin, event by event. Used by one worker. */
final class Walker {
  private static final int MOST_SPIKES_PER_BIN = 100_000;

  private final BinNeurons neurons;
  private final int[] globals;
  private final double binMs;
  private final CurrentChanges currents;
  /** Of each neuron at the bin's start. */
  private final double[] stimulusCurrent;
  /** By neuron; null if nobody is watched. */
  private final ProbedNeuron[][] probesOf;
  private long walked;

  Walker(BinNeurons neurons, int[] globals, double binMs, UnitInputs inputs) {
    this.neurons = neurons;
    this.globals = globals;
    this.binMs = binMs;
    currents = inputs.currents();
    stimulusCurrent = new double[globals.length];
    probesOf = inputs.probed().isEmpty() ? null : new ProbedNeuron[globals.length][];
    for (ProbedNeuron p : inputs.probed()) {
      ProbedNeuron[] before = probesOf[p.neuron] == null ? new ProbedNeuron[0] : probesOf[p.neuron];
      probesOf[p.neuron] = Arrays.copyOf(before, before.length + 1);
      probesOf[p.neuron][before.length] = p;
    }
  }

  /** Walks so far, repeated ones counted. */
  long walked() {
    return walked;
  }

  /** Sets a neuron's stimulus current from the start of a bin on. */
  void current(int neuron, double amplitude) {
    stimulusCurrent[neuron] = amplitude;
    neurons.current(neuron, amplitude);
  }

  /** Takes over the currents that have changed within the bin. */
  void close() {
    for (int k = 0; k < currents.count(); k++) {
      stimulusCurrent[currents.neuron(k)] = currents.total(k);
    }
  }

  /** Advances one neuron from the state at the bin's start to its end. */
  void walk(WalkedNeuron w, long bin) {
    walked++;
    w.dirty = false;
    w.sort();
    w.spikeCount = 0;
    int i = w.neuron;
    neurons.rewind(i);
    double refractoryEnd = w.refractoryUntil;
    boolean isRefractory = refractoryEnd > 0.0;
    if (refractoryEnd == 0.0) {
      neurons.endRefractoriness(i);
    }
    boolean driven = currents.count() > 0;
    if (driven) {
      neurons.current(i, stimulusCurrent[i]);
    }
    ProbedNeuron[] probes = rewoundProbes(i);
    double now = 0.0;
    int arrival = 0;
    while (true) {
      double next = binMs;
      if (arrival < w.arrivals) {
        next = Math.min(next, w.offsets[arrival]);
      }
      if (isRefractory) {
        next = Math.min(next, refractoryEnd);
      }
      if (driven) {
        next = Math.min(next, currents.nextOffset(i, now));
      }
      if (probes != null) {
        next = Math.min(next, nextSample(probes));
      }
      next = Math.max(next, now);
      if (!isRefractory) {
        double until = neurons.nextSpike(i, next - now);
        if (until < next - now) {
          neurons.advance(i, until, false);
          now += until;
          w.spike(now);
          refractoryEnd = now + neurons.spike(i);
          w.lastRefractoryUntil = refractoryEnd;
          isRefractory = refractoryEnd > now;
          if (w.spikeCount > MOST_SPIKES_PER_BIN) {
            throw new IllegalStateException("neuron " + globals[i] + " spikes without end at " + (bin * binMs + now)
                + " ms; give it a refractory period, or a reset below its threshold");
          }
          continue;
        }
      }
      neurons.advance(i, next - now, isRefractory);
      now = next;
      if (isRefractory && refractoryEnd <= now && now < binMs) {
        isRefractory = false;
        neurons.endRefractoriness(i);
      }
      if (driven) {
        currents.apply(i, now, neurons);
      }
      while (arrival < w.arrivals && Math.min(w.offsets[arrival], binMs) <= now) {
        neurons.receive(i, w.channels[arrival], w.weights[arrival], isRefractory ? refractoryEnd - now : 0.0);
        arrival++;
      }
      if (probes != null) {
        sample(probes, now);
      }
      if (now >= binMs) {
        break;
      }
    }
  }

  private ProbedNeuron[] rewoundProbes(int i) {
    ProbedNeuron[] probes = probesOf == null ? null : probesOf[i];
    if (probes != null) {
      for (ProbedNeuron p : probes) {
        p.rewind();
      }
    }
    return probes;
  }

  private static double nextSample(ProbedNeuron[] probes) {
    double next = Double.POSITIVE_INFINITY;
    for (ProbedNeuron p : probes) {
      next = Math.min(next, p.offsetMs());
    }
    return next;
  }

  private void sample(ProbedNeuron[] probes, double now) {
    for (ProbedNeuron p : probes) {
      while (p.offsetMs() <= now) {
        p.take(neurons);
      }
    }
  }
}
