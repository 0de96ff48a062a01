package ranvier.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Nearest;
import ranvier.engine.network.Paths;
import ranvier.formats.internal.Fields;
import ranvier.formats.internal.Findings;
import ranvier.formats.internal.Node;

/**
 * Numbers for the elements of a population or projection: a number or boolean, a list of them, or one of
 * {@code {uniform: {low, high}}}, {@code {normal: {mean, std, redraw: {min, max}}}} (or {@code clip}),
 * {@code {lognormal: {mu, sigma}}}.
 */
final class DistributionFormat {
  private static final List<String> KINDS = List.of("uniform", "normal", "lognormal");

  private final Findings findings;
  private final boolean takesFlags;

  /** A format that notes mistakes in {@code findings}. {@code takesFlags}: false and true stand for 0 and 1. */
  DistributionFormat(Findings findings, boolean takesFlags) {
    this.findings = findings;
    this.takesFlags = takesFlags;
  }

  /** What a node says; a stand-in if it is wrong. */
  Distribution read(Node node, String path, Distribution standIn) {
    return switch (node) {
      case Node.Mapping m -> random(m, path, standIn);
      case Node.Numbers n -> listed(Fields.numbers(n, path, findings), standIn);
      case Node.Sequence s -> listed(elements(s, path), standIn);
      case Node.Text t when !Fields.isInfinity(t.value()) -> {
        findings.add(path, "expected a number, a list of numbers or a distribution, found " + t.described());
        yield standIn;
      }
      default -> {
        double value = element(node, path);
        yield Double.isNaN(value) ? standIn : Distribution.constant(value);
      }
    };
  }

  private static Distribution listed(double[] values, Distribution standIn) {
    return values == null ? standIn : Distribution.listed(values);
  }

  private double[] elements(Node.Sequence sequence, String path) {
    double[] values = new double[sequence.elements().size()];
    for (int k = 0; k < values.length; k++) {
      values[k] = element(sequence.elements().get(k), Paths.at(path, k));
      if (Double.isNaN(values[k])) {
        return null;
      }
    }
    return values;
  }

  private double element(Node node, String path) {
    if (takesFlags && node instanceof Node.Flag f) {
      return f.value() ? 1.0 : 0.0;
    }
    return Fields.number(node, path, findings, Double.NaN);
  }

  private Distribution random(Node.Mapping mapping, String path, Distribution standIn) {
    String kind = mapping.entries().size() == 1 ? mapping.entries().keySet().iterator().next() : "";
    if (!KINDS.contains(kind)) {
      if (kind.isEmpty()) {
        findings.add(path, "needs exactly one distribution, found " + mapping.entries().size() + " keys (valid: "
            + String.join(", ", KINDS) + ")");
      } else {
        findings.add(Paths.at(path, kind), "there is no such distribution" + Nearest.suggestion(kind, KINDS));
      }
      return standIn;
    }
    int before = findings.count();
    Distribution values = random(kind, mapping.entries().get(kind), Paths.at(path, kind));
    return findings.count() == before ? values : standIn;
  }

  private Distribution random(String kind, Node node, String at) {
    return switch (kind) {
      case "uniform" -> {
        Fields f = Fields.of(node, at, findings, "low", "high");
        yield Distribution.uniform(f.number("low"), f.number("high"));
      }
      case "lognormal" -> {
        Fields f = Fields.of(node, at, findings, "mu", "sigma");
        yield Distribution.lognormal(f.number("mu"), f.number("sigma"));
      }
      default -> normal(Fields.of(node, at, findings, "mean", "std", "redraw", "clip"));
    };
  }

  private Distribution normal(Fields f) {
    double mean = f.number("mean");
    double std = f.number("std");
    if (f.has("redraw") && f.has("clip")) {
      findings.add(f.path("clip"), "redraw and clip exclude each other");
    }
    String bounds = f.has("redraw") ? "redraw" : "clip";
    Fields limits = f.fields(bounds, "min", "max");
    if (limits == null) {
      return Distribution.normal(mean, std);
    }
    if (limits.isRead() && !limits.has("min") && !limits.has("max")) {
      findings.add(limits.path(), "needs min, max or both");
    }
    double min = limits.number("min", Double.NEGATIVE_INFINITY);
    double max = limits.number("max", Double.POSITIVE_INFINITY);
    return bounds.equals("redraw")
        ? Distribution.normalRedrawn(mean, std, min, max) : Distribution.normalClipped(mean, std, min, max);
  }

  /** What {@link #read} reads as this distribution. */
  static Object write(Distribution values) {
    return switch (values) {
      case Distribution.Constant c -> number(c.constant());
      case Distribution.Listed list -> numbers(list.values());
      case Distribution.Uniform u -> Map.of("uniform", ordered("low", u.low(), "high", u.high()));
      case Distribution.LogNormal l -> Map.of("lognormal", ordered("mu", l.mu(), "sigma", l.sigma()));
      case Distribution.Normal n -> {
        Map<String, Object> normal = ordered("mean", n.mean(), "std", n.std());
        if (n.bounds() != Distribution.Bounds.NONE) {
          normal.put(Fields.word(n.bounds()), ordered("min", n.min(), "max", n.max()));
        }
        yield Map.of("normal", normal);
      }
    };
  }

  /** A whole number without fraction, any other as it is. */
  static Object number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 0x1p53 && Double.compare(value, -0.0) != 0;
    return whole ? (Object) (long) value : (Object) value;
  }

  static List<Object> numbers(double[] values) {
    List<Object> list = new ArrayList<>(values.length);
    for (double value : values) {
      list.add(number(value));
    }
    return list;
  }

  private static Map<String, Object> ordered(String key1, double value1, String key2, double value2) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key1, number(value1));
    map.put(key2, number(value2));
    return map;
  }
}
