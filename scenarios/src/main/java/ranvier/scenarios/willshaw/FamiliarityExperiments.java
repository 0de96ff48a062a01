package ranvier.scenarios.willshaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.willshaw.WillshawFamiliarity.Findings;

/** Experiments on familiarity: load, false alarms, capacities, pruning, and size. */
final class FamiliarityExperiments {
  private static final String SOURCE = "closed theory (Sacramento, Wichert 2012)";
  private static final double[] LEVELS = {0.01, 0.1, 0.3};
  /** Units of the memories with different numbers of ones. */
  private static final int N = 1000;
  private static final double[] ONES = {2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 50, 100};
  private static final double[] SIZES = {100, 200, 400, 800, 1600, 3200, 6400, 12_800};
  private static final double[] POWERS = {64, 128, 256, 512, 1024, 2048, 4096, 8192};

  private final Findings findings;
  private final int probes;
  private final List<List<String>> rows = new ArrayList<>();
  private final CapacityCurve network = new CapacityCurve("network", ONES,
      k -> new FamiliarityTheory(N, (int) k).networkCapacity(0.01));
  private final CapacityCurve synaptic = new CapacityCurve("synaptic", ONES,
      k -> new FamiliarityTheory(N, (int) k).synapticCapacity(0.01));
  private final CapacityCurve fixed = new CapacityCurve("network, k = 4", SIZES,
      n -> new FamiliarityTheory((int) n, 4).networkCapacity(0.01));
  private final CapacityCurve logarithmic = new CapacityCurve("network, k = ld N", POWERS,
      n -> new FamiliarityTheory((int) n, ld(n)).networkCapacity(0.01));
  private final CapacityCurve root = new CapacityCurve("synaptic, k = sqrt N", SIZES,
      n -> new FamiliarityTheory((int) n, sqrt(n)).synapticCapacity(0.01));

  FamiliarityExperiments(Findings findings) {
    this.findings = findings;
    probes = findings.count("probes");
  }

  /** A memory at some load, and what it answered. */
  private record Outcome(FamiliarityMemory memory, int n, int k, int stored, double falseAlarms, int misses) {
    FamiliarityTheory theory() {
      return new FamiliarityTheory(n, k);
    }

    /** Bits per synapse, from the false alarms that were found. */
    double capacity() {
      return stored * FamiliarityTheory.information(falseAlarms) / theory().synapses();
    }

    /** Bits per functional synapse. */
    double synapticCapacity() {
      return capacity() / Math.min(memory.load(), 1 - memory.load());
    }
  }

  void run() {
    load();
    falseAlarms();
    networkCapacity();
    synapticCapacity();
    pruning();
    size();
    findings.sections.add(0, new Section("Familiarity", "A probe is familiar if all its pairs are potentiated. Stored"
        + " patterns always are; novel ones by chance.", List.of(
        figure("Capacity over coding level", "At 1 % false alarms and N = 1,000, theory and memories that were filled"
            + " and asked: the whole network holds most at very few ones; what remains after pruning holds ever more.",
            "ones k", network, synaptic),
        figure("Capacity over size", "At 1 % false alarms: a network keeps its capacity only if the number of ones"
            + " stays fixed; what remains after pruning gains even if it grows.", "units N", fixed, logarithmic, root),
        new Figure.Table("Settings", "False alarms among " + probes + " novel probes.", List.of("N", "k", "level",
            "patterns", "load", "theory", "false alarms", "misses"), rows))));
  }

  private Outcome fill(int n, int k, int stored, int novel) {
    Patterns patterns = findings.patterns(n, k);
    FamiliarityMemory memory = new FamiliarityMemory(n);
    for (int m = 0; m < stored; m++) {
      memory.store(patterns.get(m));
    }
    int alarms = 0;
    for (int p = 0; p < novel; p++) {
      alarms += memory.isFamiliar(patterns.get(1L << 40 | p)) ? 1 : 0;
    }
    int misses = 0;
    for (int m = 0; m < Math.min(stored, novel); m++) {
      misses += memory.isFamiliar(patterns.get(m)) ? 0 : 1;
    }
    return new Outcome(memory, n, k, stored, alarms / (double) novel, misses);
  }

  private void load() {
    for (int m : new int[] {5000, 25_864, 40_340}) {
      Outcome o = fill(1000, 10, m, 1);
      findings.checks.add(Check.near("load after " + m + " patterns", o.theory().load(m), 0.003, o.memory().load(),
          SOURCE + ": 1 - (1 - k(k-1)/(N(N-1)))^M"));
    }
  }

  private void falseAlarms() {
    int misses = 0;
    int[][] settings = {{500, 3}, {1000, 4}, {1000, 6}, {1000, 10}, {2000, 10}, {1000, 20}};
    for (int[] s : settings) {
      for (double level : LEVELS) {
        FamiliarityTheory theory = new FamiliarityTheory(s[0], s[1]);
        int stored = (int) Math.round(theory.patterns(level));
        Outcome o = fill(s[0], s[1], stored, probes);
        misses += o.misses();
        if (level == 0.01 && s[0] == N) {
          network.found(s[1], o.capacity());
          synaptic.found(s[1], o.synapticCapacity());
        }
        double error = Math.sqrt(level * (1 - level) / probes);
        findings.checks.add(Check.near(String.format(Locale.ROOT, "false alarms N=%d k=%d at %.2f", s[0], s[1], level),
            level, 3 * error + 0.12 * level, o.falseAlarms(),
            SOURCE + "; 3 standard errors, and 12 % because pairs are not quite independent"));
        rows.add(List.of(Integer.toString(s[0]), Integer.toString(s[1]), Double.toString(level),
            Integer.toString(stored), String.format(Locale.ROOT, "%.4f", o.memory().load()),
            String.format(Locale.ROOT, "%.4f", theory.loadAt(level)),
            String.format(Locale.ROOT, "%.4f", o.falseAlarms()), Integer.toString(o.misses())));
      }
    }
    findings.checks.add(Check.near("stored patterns missed", 0, 0, misses, "a stored pattern scores all its pairs"));
  }

  private void networkCapacity() {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (int n : new int[] {250, 500, 1000, 2000}) {
      FamiliarityTheory theory = new FamiliarityTheory(n, 4);
      Outcome o = fill(n, 4, (int) Math.round(theory.patterns(0.01)), 4 * probes);
      lowest = Math.min(lowest, o.capacity());
      highest = Math.max(highest, o.capacity());
      fixed.found(n, o.capacity());
      findings.checks.add(Check.near("network capacity N=" + n + " k=4 (bit/synapse)", theory.networkCapacity(0.01),
          0.05 * theory.networkCapacity(0.01), o.capacity(), SOURCE + ": does not depend on N at fixed k"));
    }
    findings.checks.add(Check.within("spread of network capacity over N", 0, 0.05, (highest - lowest) / highest,
        "non-zero limit at fixed k"));
    double before = Double.POSITIVE_INFINITY;
    boolean falls = true;
    for (int n : new int[] {128, 512, 2048}) {
      int k = ld(n);
      Outcome o = fill(n, k, (int) Math.round(new FamiliarityTheory(n, k).patterns(0.01)), probes);
      falls &= o.capacity() < before;
      before = o.capacity();
      logarithmic.found(n, before);
    }
    findings.checks.add(Check.near("network capacity falls with N where k = ld N", 1, 0, falls ? 1 : 0, SOURCE));
  }

  private void synapticCapacity() {
    double before = 0;
    boolean rises = true;
    for (int n : findings.full ? new int[] {100, 400, 1600, 6400} : new int[] {100, 400, 1600}) {
      int k = sqrt(n);
      FamiliarityTheory theory = new FamiliarityTheory(n, k);
      Outcome o = fill(n, k, (int) Math.round(theory.patterns(0.01)), 4 * probes);
      double capacity = o.synapticCapacity();
      rises &= capacity > before;
      before = capacity;
      root.found(n, capacity);
      findings.checks.add(Check.near("synaptic capacity N=" + n + " k=" + k + " (bit/synapse)",
          theory.synapticCapacity(0.01), 0.1 * theory.synapticCapacity(0.01), capacity, SOURCE));
    }
    findings.checks.add(Check.near("synaptic capacity rises with N where k = sqrt N", 1, 0, rises ? 1 : 0, SOURCE));
  }

  /** The same answers from potentiated synapses only, and from silent ones only. */
  private void pruning() {
    Outcome o = fill(1000, 6, 44_303, 1);
    Patterns patterns = findings.patterns(1000, 6);
    int[][] ones = o.memory().lists(true);
    int[][] zeros = o.memory().lists(false);
    int differ = 0;
    for (int p = 0; p < 1000; p++) {
      int[] probe = patterns.get(p);
      boolean whole = o.memory().isFamiliar(probe);
      int score = 0;
      for (int i : probe) {
        for (int j : probe) {
          score += Arrays.binarySearch(ones[i], j) >= 0 ? 1 : 0;
        }
      }
      differ += whole == (score == 30) && whole == FamiliarityMemory.isFamiliar(zeros, probe)
          && o.memory().score(probe) == score / 2 ? 0 : 1;
    }
    findings.checks.add(Check.near("answers changed by pruning, of 1000", 0, 0, differ,
        "silent synapses carry nothing; zeros alone carry as much"));
    long functional = Math.min(Arrays.stream(ones).mapToLong(r -> r.length).sum(),
        Arrays.stream(zeros).mapToLong(r -> r.length).sum());
    findings.metrics.put("functional_synapse_fraction", functional / (1000.0 * 999.0));
  }

  private void size() {
    FamiliarityTheory theory = new FamiliarityTheory(10_000, 10);
    int stored = findings.full ? (int) Math.round(theory.patterns(0.01)) : 300_000;
    int novel = findings.full ? 1_000_000 : 100_000;
    long start = System.nanoTime();
    Outcome o = fill(10_000, 10, stored, novel);
    double seconds = (System.nanoTime() - start) * 1e-9;
    findings.checks.add(Check.near("load of 1e8 synapses after " + stored + " patterns", theory.load(stored), 0.003,
        o.memory().load(), SOURCE));
    if (findings.full) {
      findings.checks.add(Check.near("false alarms N=10000 k=10 at 0.01", 0.01, 0.0015, o.falseAlarms(), SOURCE));
    }
    findings.metrics.put("seconds_to_store_and_query_1e8_synapses", seconds);
    findings.metrics.put("patterns_stored_in_1e8_synapses", stored);
  }

  private static int ld(double n) {
    return Math.getExponent(n);
  }

  private static int sqrt(double n) {
    return (int) Math.ceil(Math.sqrt(n));
  }

  private static Figure figure(String title, String caption, String x, CapacityCurve... curves) {
    return new Figure.Lines(title, caption, Axis.logarithmic(x), Axis.logarithmic("bit per synapse"),
        Arrays.stream(curves).flatMap(CapacityCurve::series).toList());
  }
}
