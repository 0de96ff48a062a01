package ranvier.scenarios.willshaw;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.model.Models;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;
import ranvier.engine.plasticity.SynapseWeights;
import ranvier.engine.record.SpikeOutput;

/**
 * The familiarity memory in spikes, in exact time. A pattern is a volley at one instant; integrate-and-fire units with
 * voltage jumps of 1 mV per synapse get its spikes together, 1 ms later, and echo; a neuron counts the echoes.
 */
final class SpikingMemory {
  private static final double INTERVAL_MS = 200.0;
  private static final double DELAY_MS = 1.0;
  private static final double FIRST_MS = 10.0;
  private static final double STRONG = 1e4;

  private final int n;
  private final int k;
  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES);
  private long events;
  private long spikes;

  SpikingMemory(int n, int k) {
    this.n = n;
    this.k = k;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("this JVM has no SHA-256", absent);
    }
  }

  /** SHA-256 over the spikes of all probes so far; to be asked once. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Synaptic events of the last run. */
  long events() {
    return events;
  }

  /** Spikes of neurons in the last run. */
  long spikes() {
    return spikes;
  }

  private static double[][] trains(int n, List<int[]> patterns) {
    List<List<Double>> times = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      times.add(new ArrayList<>());
    }
    for (int p = 0; p < patterns.size(); p++) {
      for (int i : patterns.get(p)) {
        times.get(i).add(FIRST_MS + p * INTERVAL_MS);
      }
    }
    return times.stream().map(t -> t.stream().mapToDouble(Double::doubleValue).toArray()).toArray(double[][]::new);
  }

  private Network.Builder units(String name, double threshold, List<int[]> patterns) {
    return Network.named(name).population("units", n, "iaf_psc_delta", p -> p.set("tau_m", 10).set("E_L", 0)
        .set("V_reset", 0).set("V_th", threshold).set("t_ref", 0.5).initial("V_m", 0)).spikeTrains("volley",
        trains(n, patterns));
  }

  /**
   * Shows the patterns once, as volleys that both reach the synapses and make their units spike, and lets
   * {@code willshaw_synapse} learn.
   *
   * @return for every source and target whether the synapse is potentiated
   */
  BitMatrix learn(List<int[]> patterns, long seed) {
    Network network = units("willshaw-learning", 0.5 * STRONG, patterns)
        .project("volley", "units", new Rule.OneToOne(), s -> s.weight(STRONG).delayMs(DELAY_MS)
            .storage(Storage.DOUBLE).name("teacher"))
        .project("volley", "units", new Rule.AllToAll(true), s -> s.weight(0).delayMs(DELAY_MS)
            .synapse("willshaw_synapse").set("axonal_fraction", 1).set("window", 0.5).name("memory"))
        .build();
    Simulation simulation = Simulation.exact(network, Models.installed(), ExactOptions.of(1, seed), done -> { });
    // Silent rows catch up every second.
    simulation.run(FIRST_MS + patterns.size() * INTERVAL_MS + 3000, RunControl.NONE);
    SynapseWeights weights = simulation.weights("memory");
    BitMatrix learned = new BitMatrix(n, n);
    for (int s = 0; s < weights.size(); s++) {
      if (weights.weights()[s] > 0 && weights.sources()[s] != weights.targets()[s]) {
        learned.set(weights.sources()[s], weights.targets()[s]);
      }
    }
    events = simulation.synapticEvents();
    return learned;
  }

  /**
   * Probes a memory of which only one kind of synapse exists. With the potentiated ones a unit echoes if it took part
   * in the volley, which holds it k mV up, and all others of the volley reach it: V_th = 2k - 1.5 mV. With the silent
   * ones, which are inhibitory, a unit of the volley echoes if none of them reaches it.
   *
   * @param synapses targets by source
   * @return for every probe whether it was found familiar
   */
  boolean[] probe(int[][] synapses, boolean potentiated, List<int[]> probes, long seed) {
    int total = java.util.Arrays.stream(synapses).mapToInt(s -> s.length).sum();
    int[] sources = new int[total];
    int[] targets = new int[total];
    int c = 0;
    for (int i = 0; i < n; i++) {
      for (int j : synapses[i]) {
        sources[c] = i;
        targets[c++] = j;
      }
    }
    Network network = units("willshaw-memory", potentiated ? 2.0 * k - 1.5 : 0.25, probes)
        .population("counter", 1, "iaf_psc_delta", p -> p.set("tau_m", 10).set("E_L", 0).set("V_reset", 0)
            .set("V_th", k - 0.5).set("t_ref", 0.5).initial("V_m", 0))
        .project("volley", "units", new Rule.OneToOne(), s -> s.weight(potentiated ? k : 0.5)
            .delayMs(potentiated ? DELAY_MS : DELAY_MS + 0.01).storage(Storage.DOUBLE).name("own"))
        .project("volley", "units", new Rule.Explicit(sources, targets), s -> s.weight(potentiated ? 1.0 : -1.0)
            .delayMs(DELAY_MS).storage(Storage.DOUBLE).name("memory"))
        .project("units", "counter", new Rule.AllToAll(true), s -> s.weight(1).delayMs(DELAY_MS)
            .storage(Storage.DOUBLE))
        .build();
    Simulation simulation = Simulation.exact(network, Models.installed(),
        ExactOptions.of(1, seed).with(ExactOptions.Kernel.STRICT), done -> { });
    boolean[] familiar = new boolean[probes.size()];
    double sliceMs = simulation.sliceMs();
    simulation.output(new SpikeOutput() {
      @Override
      public void add(long slice, double offsetMs, int neuron) {
        digest.update(number.clear().putLong(slice).putDouble(offsetMs).putInt(neuron).array());
        if (neuron == n) {
          familiar[(int) ((slice * sliceMs + offsetMs - FIRST_MS) / INTERVAL_MS)] = true;
        }
      }

      @Override
      public void endOfSlice(long slice) {}
    });
    simulation.run(FIRST_MS + probes.size() * INTERVAL_MS, RunControl.NONE);
    events = simulation.synapticEvents();
    spikes = simulation.spikes();
    return familiar;
  }
}
