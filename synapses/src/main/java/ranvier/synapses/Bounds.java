package ranvier.synapses;

import java.util.function.Consumer;
import ranvier.engine.model.Parameters;
import ranvier.engine.model.SynapseBlock;

/** The range of a weight: {@code Wmin} to {@code Wmax}. */
record Bounds(double lowest, double highest) {
  static Bounds of(SynapseBlock block) {
    return new Bounds(block.parameter("Wmin"), block.parameter("Wmax"));
  }

  static void check(Parameters p, Consumer<String> problem) {
    int synapses = p.uniform("Wmin") && p.uniform("Wmax") ? 1 : p.size();
    for (int i = 0; i < synapses; i++) {
      if (!(p.of("Wmin", i) <= p.of("Wmax", i))) {
        problem.accept("Wmin: must not exceed Wmax, got " + p.of("Wmin", i) + " and " + p.of("Wmax", i));
        return;
      }
    }
  }

  double clip(double w) {
    return w < lowest ? lowest : w > highest ? highest : w;
  }
}
