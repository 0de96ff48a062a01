package ranvier.neurons;

import java.util.Locale;
import java.util.function.Consumer;
import ranvier.engine.model.Parameters;

/** Rules for the parameters of a population; each violation is told once, for the first neuron that has it. */
final class Rules {
  private Rules() {}

  /** Demands low &lt; high, because ... */
  static void below(Parameters p, String low, String high, String reason, Consumer<String> problem) {
    compare(p, low, high, false, reason, problem);
  }

  /** Demands low &lt;= high, because ... */
  static void notAbove(Parameters p, String low, String high, String reason, Consumer<String> problem) {
    compare(p, low, high, true, reason, problem);
  }

  /** Demands a positive number, because ... */
  static void positive(Parameters p, String name, String reason, Consumer<String> problem) {
    int neurons = p.uniform(name) ? Math.min(1, p.size()) : p.size();
    for (int i = 0; i < neurons; i++) {
      if (!(p.of(name, i) > 0)) {
        problem.accept(name + ": must be positive (" + reason + "), got " + p.of(name, i));
        return;
      }
    }
  }

  /** Demands that all neurons of a population share the value. */
  static void shared(Parameters p, String name, Consumer<String> problem) {
    if (!p.uniform(name)) {
      problem.accept(name + ": must be the same for all neurons of a population; make one population for each value");
    }
  }

  private static void compare(Parameters p, String low, String high, boolean equal, String reason,
      Consumer<String> problem) {
    int neurons = p.uniform(low) && p.uniform(high) ? Math.min(1, p.size()) : p.size();
    for (int i = 0; i < neurons; i++) {
      double a = p.of(low, i);
      double b = p.of(high, i);
      if (!(a < b) && !(equal && a == b)) {
        problem.accept(String.format(Locale.ROOT, "%s: must %s %s (%s), got %s and %s%s", low,
            equal ? "not exceed" : "be below", high, reason, a, b, neurons == 1 ? "" : " for neuron " + i));
        return;
      }
    }
  }
}
