package ranvier.formats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import ranvier.engine.network.Neurons;
import ranvier.formats.internal.Fields;
import ranvier.formats.internal.Findings;
import ranvier.formats.internal.Node;

/** Some neurons of a population: {@code all}, {@code {from: 0, to: 5}} (without 5) or a list of indices. */
final class NeuronsFormat {
  private NeuronsFormat() {}

  /** What the key {@code neurons} says; all neurons if it is not given or wrong. */
  static Neurons read(Fields parent, Findings findings) {
    if (!parent.has("neurons")) {
      return Neurons.all();
    }
    String path = parent.path("neurons");
    return switch (parent.node("neurons")) {
      case Node.Text t when t.value().equals("all") -> Neurons.all();
      case Node.Mapping m -> {
        int before = findings.count();
        Fields f = Fields.of(m, path, findings, "from", "to");
        Neurons range = Neurons.range(f.integer("from"), f.integer("to"));
        yield findings.count() == before ? range : Neurons.all();
      }
      case Node.Numbers n -> {
        int[] indices = Fields.integers(n, path, findings);
        yield indices == null ? Neurons.all() : Neurons.listed(indices);
      }
      default -> {
        findings.add(path, "expected all, a list of indices or {from, to}, found "
            + parent.node("neurons").described());
        yield Neurons.all();
      }
    };
  }

  /** Adds the key that {@link #read} reads as these neurons. */
  static void write(Neurons neurons, Map<String, Object> parent) {
    switch (neurons) {
      case Neurons.All all -> { }
      case Neurons.Range r -> {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", r.from());
        range.put("to", r.to());
        parent.put("neurons", range);
      }
      case Neurons.Listed list -> parent.put("neurons", Arrays.stream(list.indices()).boxed().toList());
    }
  }
}
