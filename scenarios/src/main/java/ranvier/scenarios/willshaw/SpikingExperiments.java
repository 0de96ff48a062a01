package ranvier.scenarios.willshaw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.willshaw.WillshawFamiliarity.Findings;

/** The memory in spikes: learned by volleys, probed both ways, compared with the bits answer by answer. */
final class SpikingExperiments {
  private static final int N = 300;
  private static final int K = 8;
  private static final int STORED = 1500;

  private final Findings findings;

  SpikingExperiments(Findings findings) {
    this.findings = findings;
  }

  void run() {
    Patterns patterns = findings.patterns(N, K);
    FamiliarityMemory memory = new FamiliarityMemory(N);
    List<int[]> stored = new ArrayList<>();
    for (int m = 0; m < STORED; m++) {
      stored.add(patterns.get(m));
      memory.store(patterns.get(m));
    }
    SpikingMemory spiking = new SpikingMemory(N, K);
    BitMatrix learned = spiking.learn(stored, findings.seed);
    findings.synapticEvents += spiking.events();
    int wrong = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        wrong += learned.get(i, j) == memory.weights().get(i, j) ? 0 : 1;
      }
    }
    findings.checks.add(Check.near("synapses that volleys taught otherwise", 0, 0, wrong,
        "willshaw_synapse in exact time against clipped Hebbian learning, " + N * (N - 1) + " synapses"));
    int count = findings.count("spiking_probes");
    List<int[]> probes = new ArrayList<>();
    List<Boolean> expected = new ArrayList<>();
    int novel = 0;
    for (int p = 0; p < count; p++) {
      boolean old = p % 3 == 0;
      probes.add(old ? patterns.get(p % STORED) : patterns.get(1L << 40 | p));
      novel += old ? 0 : 1;
      expected.add(memory.isFamiliar(probes.get(p)));
    }
    double load = memory.load();
    double theoryOnes = 0;
    double theoryZeros = 0;
    for (int p = 0; p < count; p++) {
      boolean old = p % 3 == 0;
      theoryOnes += old ? K * ((K - 1) + (N - K) * load) : K * (N - 1) * load;
      theoryZeros += old ? K * (N - K) * (1 - load) : K * (N - 1) * (1 - load);
    }
    List<List<String>> rows = new ArrayList<>();
    for (boolean potentiated : new boolean[] {true, false}) {
      boolean[] answers = spiking.probe(memory.lists(potentiated), potentiated, probes, findings.seed);
      int differ = 0;
      int familiar = 0;
      for (int p = 0; p < count; p++) {
        differ += answers[p] == expected.get(p) ? 0 : 1;
        familiar += answers[p] ? 1 : 0;
      }
      String name = potentiated ? "potentiated synapses" : "silent synapses";
      findings.checks.add(Check.near("spiking answers that differ, " + name, 0, 0, differ, "of " + count
          + " probes, a third of them stored"));
      // Each probe also has K own arrivals, and an arrival at the counter per echo.
      double deliveries = spiking.events() - (double) K * count - spiking.spikes()
          + answersCounted(answers);
      double theory = potentiated ? theoryOnes : theoryZeros;
      findings.checks.add(Check.near("deliveries per probe, " + name, theory / count, 0.02 * theory / count,
          deliveries / count, "k (N - 1) p1 for novel probes, zeros: 1 - p1"));
      findings.spikes += spiking.spikes();
      findings.synapticEvents += spiking.events();
      rows.add(List.of(name, Integer.toString(count), Integer.toString(familiar), Integer.toString(differ),
          String.format(Locale.ROOT, "%.0f", deliveries / count)));
    }
    findings.biologicalMs = 200.0 * (STORED + 2.0 * count);
    findings.metrics.put("spiking_probes", count);
    findings.metrics.put("spiking_novel_probes", novel);
    findings.hash = spiking.hash();
    findings.sections.add(new Section("In spikes", "N = " + N + ", k = " + K + ", " + STORED + " patterns, exact time."
        + " Volleys taught the synapses through willshaw_synapse; the probes are answered by a neuron that counts"
        + " echoes.", List.of(new Figure.Table("Probes", "Against the bit-set memory.",
        List.of("synapses", "probes", "familiar", "answers that differ", "deliveries per probe"), rows))));
  }

  /** The counter's own spikes are no arrivals anywhere. */
  private static int answersCounted(boolean[] answers) {
    int familiar = 0;
    for (boolean answer : answers) {
      familiar += answer ? 1 : 0;
    }
    return familiar;
  }
}
