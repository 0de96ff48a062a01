package ranvier.formats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.network.Nearest;
import ranvier.engine.network.Paths;
import ranvier.engine.network.Rule;
import ranvier.formats.internal.Fields;
import ranvier.formats.internal.Findings;
import ranvier.formats.internal.Node;

/** Connection rules: the name of a rule, or the name with its numbers: {@code {fixed_in_degree: {in_degree: 80}}}. */
final class RuleFormat {
  private static final List<String> KINDS = List.of("one_to_one", "all_to_all", "fixed_in_degree", "fixed_out_degree",
      "fixed_total_number", "pairwise_bernoulli", "explicit");

  private final Findings findings;

  RuleFormat(Findings findings) {
    this.findings = findings;
  }

  /**
   * A rule with its path.
   *
   * @param path where its numbers stand
   * @param rule null if it could not be read
   */
  record Located(String path, Rule rule) {}

  /** What a node says. */
  Located read(Node node, String path) {
    String kind = switch (node) {
      case Node.Text t -> t.value();
      case Node.Mapping m when m.entries().size() == 1 -> m.entries().keySet().iterator().next();
      default -> {
        findings.add(path, "expected one rule, found " + (node instanceof Node.Mapping m
            ? "a mapping of " + m.entries().size() + " keys" : node.described())
            + " (valid: " + String.join(", ", KINDS) + ")");
        yield null;
      }
    };
    if (kind == null) {
      return new Located(path, null);
    }
    String at = node instanceof Node.Text ? path : Paths.at(path, kind);
    if (!KINDS.contains(kind)) {
      findings.add(at, "there is no rule " + Node.shortened(kind) + Nearest.suggestion(kind, KINDS));
      return new Located(at, null);
    }
    Node numbers = node instanceof Node.Mapping m ? m.entries().get(kind) : new Node.Nothing();
    return new Located(at, rule(kind, numbers instanceof Node.Nothing ? new Node.Mapping(Map.of()) : numbers, at));
  }

  private Rule rule(String kind, Node node, String path) {
    switch (kind) {
      case "one_to_one" -> {
        Fields.of(node, path, findings);
        return new Rule.OneToOne();
      }
      case "all_to_all" -> {
        Fields f = Fields.of(node, path, findings, "autapses");
        return new Rule.AllToAll(f.flag("autapses", true));
      }
      case "fixed_in_degree" -> {
        Fields f = Fields.of(node, path, findings, "in_degree", "autapses", "multapses");
        return new Rule.FixedInDegree(f.integer("in_degree"), f.flag("autapses", true), f.flag("multapses", true));
      }
      case "fixed_out_degree" -> {
        Fields f = Fields.of(node, path, findings, "out_degree", "autapses", "multapses");
        return new Rule.FixedOutDegree(f.integer("out_degree"), f.flag("autapses", true), f.flag("multapses", true));
      }
      case "fixed_total_number" -> {
        Fields f = Fields.of(node, path, findings, "number", "autapses");
        f.required("number");
        return new Rule.FixedTotalNumber(f.integer("number", 0L), f.flag("autapses", true));
      }
      case "pairwise_bernoulli" -> {
        Fields f = Fields.of(node, path, findings, "probability", "autapses");
        return new Rule.PairwiseBernoulli(f.number("probability"), f.flag("autapses", true));
      }
      default -> {
        Fields f = Fields.of(node, path, findings, "sources", "targets");
        f.required("sources");
        f.required("targets");
        int[] sources = f.integers("sources");
        int[] targets = f.integers("targets");
        return sources == null || targets == null ? null : new Rule.Explicit(sources, targets);
      }
    }
  }

  /** What {@link #read} reads as this rule. */
  static Object write(Rule rule) {
    Map<String, Object> f = new LinkedHashMap<>();
    String kind = switch (rule) {
      case Rule.OneToOne r -> "one_to_one";
      case Rule.AllToAll r -> {
        f.put("autapses", r.autapses());
        yield "all_to_all";
      }
      case Rule.FixedInDegree r -> {
        f.put("in_degree", r.inDegree());
        f.put("autapses", r.autapses());
        f.put("multapses", r.multapses());
        yield "fixed_in_degree";
      }
      case Rule.FixedOutDegree r -> {
        f.put("out_degree", r.outDegree());
        f.put("autapses", r.autapses());
        f.put("multapses", r.multapses());
        yield "fixed_out_degree";
      }
      case Rule.FixedTotalNumber r -> {
        f.put("number", r.number());
        f.put("autapses", r.autapses());
        yield "fixed_total_number";
      }
      case Rule.PairwiseBernoulli r -> {
        f.put("probability", DistributionFormat.number(r.probability()));
        f.put("autapses", r.autapses());
        yield "pairwise_bernoulli";
      }
      case Rule.Explicit r -> {
        f.put("sources", Arrays.stream(r.sources()).boxed().toList());
        f.put("targets", Arrays.stream(r.targets()).boxed().toList());
        yield "explicit";
      }
    };
    return f.isEmpty() ? kind : Map.of(kind, f);
  }
}
