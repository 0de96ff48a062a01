package ranvier.scenarios.willshaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.willshaw.WillshawFamiliarity.Findings;

/** Experiments on pattern association and its retrieval in two levels. */
final class AssociationExperiments {
  private static final String SOURCE = "Knoblauch, Palm, Sommer 2010";
  /** Per recall, where the limit of ln 2 is approached. */
  private static final double FALSE_ONES = 0.01;
  private static final int RECALLS = 20_000;

  private final Findings findings;

  AssociationExperiments(Findings findings) {
    this.findings = findings;
  }

  private record Stored(AssociationMemory memory, Patterns addresses, Patterns contents) {}

  private Stored fill(AssociationTheory t, int stored) {
    Stored s = new Stored(new AssociationMemory(t.m(), t.n()), findings.patterns(t.m(), t.k()),
        findings.patterns(t.n(), t.l()));
    for (int i = 0; i < stored; i++) {
      s.memory().store(s.addresses().get(i), s.contents().get(i));
    }
    return s;
  }

  void run() {
    association(new AssociationTheory(1000, 1000, 10, 10), 5083, 0.40, 1.0);
    association(new AssociationTheory(2000, 2000, 16, 3), 57_681, 0.453, 0.473);
    limit();
    tree();
  }

  private void association(AssociationTheory t, int stored, double lowest, double highest) {
    Stored s = fill(t, stored);
    long falseOnes = 0;
    int missing = 0;
    for (int i = 0; i < stored; i++) {
      int extra = AssociationMemory.falseOnes(s.memory().retrieve(s.addresses().get(i)), s.contents().get(i));
      missing += extra < 0 ? 1 : 0;
      falseOnes += Math.max(0, extra);
    }
    double perPattern = falseOnes / (double) stored;
    String name = "m=n=" + t.m() + " k=" + t.k() + " l=" + t.l();
    double expected = t.falseOne(stored) * (t.n() - t.l());
    // Three standard errors of a Poisson count, and the same again: memories differ, too.
    findings.checks.add(Check.near("false ones per recall, " + name, expected,
        6 * Math.sqrt(expected / stored) + 0.06 * expected, perPattern, "exact theory (Palm 1980)"));
    findings.checks.add(Check.near("incomplete recalls, " + name, 0, 0, missing, "threshold at the address size"));
    findings.checks.add(Check.within("network capacity (bit/synapse), " + name, lowest, highest,
        t.capacity(stored, perPattern / (t.n() - t.l())), SOURCE));
    findings.checks.add(Check.near("load, " + name, t.load(stored), 0.003, s.memory().weights().load(false), SOURCE));
  }

  /**
   * Memories of growing size, filled until their theory has one false one in a hundred recalls, and asked: the capacity
   * that is found, the theory of that size, and where the theory goes.
   */
  private void limit() {
    List<Double> sizes = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    List<Double> exact = new ArrayList<>();
    double before = 0;
    boolean rises = true;
    for (int bits = findings.full ? 13 : 11, size = 1 << 8; size <= 1 << bits; size <<= 1) {
      AssociationTheory t = new AssociationTheory(size, size, AssociationTheory.bestOnes(size, FALSE_ONES), 1);
      int stored = t.patterns(FALSE_ONES);
      Stored s = fill(t, stored);
      int recalls = Math.min(stored, RECALLS);
      long falseOnes = 0;
      for (int i = 0; i < recalls; i++) {
        falseOnes += AssociationMemory.falseOnes(s.memory().retrieve(s.addresses().get(i)), s.contents().get(i));
      }
      double rate = falseOnes / ((double) recalls * (t.n() - 1));
      double capacity = t.capacity(stored, rate);
      double expected = t.capacity(stored, t.falseOne(stored));
      double perRecall = t.falseOne(stored) * (t.n() - 1);
      findings.checks.add(Check.near("association, false ones per recall at n=" + size, perRecall,
          6 * Math.sqrt(perRecall / recalls) + 0.06 * perRecall, falseOnes / (double) recalls,
          "exact theory (Palm 1980); tolerance as above"));
      findings.checks.add(Check.near("association, measured capacity at n=" + size + " k=" + t.k() + " M=" + stored
          + " (bit/synapse)", expected, 0.01 * expected, capacity, "exact theory at this size (Palm 1980); 1 %: false"
          + " ones are one in a hundred recalls, and cost little"));
      rises &= capacity > before;
      before = capacity;
      sizes.add((double) size);
      found.add(capacity);
      exact.add(expected);
    }
    findings.checks.add(Check.within("association capacity rises with size, below ln 2 (bit/synapse)",
        rises ? found.getFirst() : Double.NaN, Math.log(2), before, "Willshaw et al. 1969: ln 2 for infinite size"));
    List<Double> far = new ArrayList<>();
    List<Double> limit = new ArrayList<>();
    for (int bits = 8; bits <= 60; bits += 4) {
      far.add(Math.pow(2, bits));
      // k = ld(n / eps), half the synapses potentiated, l = 1, information ld n per pattern.
      limit.add(Math.log(2) * bits / (bits - Math.log(FALSE_ONES) / Math.log(2)));
    }
    findings.sections.add(new Section("Association", "Capacity with an address that is complete, at one false one in a"
        + " hundred recalls, l = 1.", List.of(new Figure.Lines("The limit of ln 2", "Found in memories that were filled"
            + " and asked; the theory of their size; and its leading order, which grows with the logarithm of size.",
            Figure.Axis.logarithmic("units n"), Figure.Axis.linear("bit per synapse"),
            List.of(new Figure.Series("found", toArray(sizes), toArray(found), Figure.Series.Style.POINTS),
                new Figure.Series("theory", toArray(sizes), toArray(exact), Figure.Series.Style.LINE),
                new Figure.Series("leading order", toArray(far), toArray(limit), Figure.Series.Style.LINE),
                new Figure.Series("ln 2", toArray(far), far.stream().mapToDouble(n -> Math.log(2)).toArray(),
                    Figure.Series.Style.DASHED))))));
  }

  private static double[] toArray(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void tree() {
    AssociationTheory t = new AssociationTheory(2048, 2048, 11, 5);
    List<List<String>> rows = new ArrayList<>();
    int differ = 0;
    for (int stored : new int[] {5000, 15_000, 30_000}) {
      Stored s = fill(t, stored);
      for (int window : new int[] {4, 8, 16, 32}) {
        TreeRetrieval tree = new TreeRetrieval(s.memory(), window);
        int recalls = 1000;
        for (int i = 0; i < recalls; i++) {
          int[] address = s.addresses().get(i);
          differ += Arrays.equals(tree.retrieve(address), s.memory().retrieve(address)) ? 0 : 1;
        }
        double ratio = tree.lookUps() / ((double) recalls * t.k() * t.n());
        double theory = TreeRetrieval.theory(t, window, stored);
        // The theory takes the potentiated coarse synapses of an address as independent, which fails near saturation.
        boolean isSparse = theory < 0.3;
        if (isSparse) {
          findings.checks.add(Check.near("look-ups of two levels over flat, M=" + stored + " a=" + window, theory,
              0.03 * theory + 0.002, ratio, "Sacramento, Wichert 2011"));
        }
        rows.add(List.of(Integer.toString(stored), Integer.toString(window),
            String.format(Locale.ROOT, "%.3f", ratio), String.format(Locale.ROOT, "%.3f", theory)));
      }
    }
    findings.checks.add(Check.near("recalls changed by two levels", 0, 0, differ, "Sacramento, Wichert 2011"));
    findings.sections.add(new Section("Retrieval in two levels", "Synapses looked at, relative to the flat retrieval;"
        + " the results are the same bit for bit.", List.of(new Figure.Table("Cost", "m = n = 2048, k = 11, l = 5.",
        List.of("patterns", "window", "ours", "theory"), rows))));
  }
}
