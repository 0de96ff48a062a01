package ranvier.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.kernel.Timing;
import ranvier.engine.network.Nearest;
import ranvier.engine.network.Paths;
import ranvier.formats.internal.Fields;
import ranvier.formats.internal.Findings;
import ranvier.formats.internal.Node;
import ranvier.scenarios.RunSettings;

/**
 * What a file asks for its run; null where it asks for nothing.
 *
 * @param durationMs simulated after the transient
 * @param singlePrecision neuron state in single instead of double precision
 * @param record names of populations whose spikes are kept; empty: none
 */
public record RunBlock(Double durationMs, Double transientMs, Double dtMs, Long seed, Timing timing,
    Boolean singlePrecision, List<String> record) {
  /** Asks for nothing. */
  public static final RunBlock EMPTY = new RunBlock(null, null, null, null, null, null, null);

  private enum Precision { DOUBLE, SINGLE }

  /** Copies the list. */
  public RunBlock {
    record = record == null ? null : List.copyOf(record);
  }

  /** The settings with what this block asks for in place of them. */
  public RunSettings over(RunSettings settings) {
    return new RunSettings(
        durationMs == null ? settings.durationMs() : durationMs,
        transientMs == null ? settings.transientMs() : transientMs,
        dtMs == null ? settings.dtMs() : dtMs,
        timing == null ? settings.timing() : Fields.word(timing),
        singlePrecision == null ? settings.singlePrecision() : singlePrecision,
        settings.threads(),
        seed == null ? settings.seed() : seed,
        settings.scale(),
        record == null ? settings.record() : record,
        settings.kernel(),
        settings.compareGrid());
  }

  /** Reads the block {@code run}; {@code populations} are the names that may be recorded. */
  static RunBlock read(Fields f, List<String> populations, Findings findings) {
    Precision precision = f.choice("precision", Precision.class, null);
    return new RunBlock(
        time(f, "duration_ms", findings),
        time(f, "transient_ms", findings),
        step(f, findings),
        f.has("seed") ? f.integer("seed", 0L) : null,
        f.choice("timing", Timing.class, null),
        precision == null ? null : precision == Precision.SINGLE,
        recorded(f, populations, findings));
  }

  private static Double time(Fields f, String key, Findings findings) {
    if (!f.has(key)) {
      return null;
    }
    double time = f.number(key);
    if (!(time >= 0) || Double.isInfinite(time)) {
      findings.add(f.path(key), "must be finite and not negative, got " + time);
    }
    return time;
  }

  private static Double step(Fields f, Findings findings) {
    if (!f.has("dt_ms")) {
      return null;
    }
    double step = f.number("dt_ms", 1);
    if (!(step > 0) || Double.isInfinite(step)) {
      findings.add(f.path("dt_ms"), "must be finite and positive, got " + step);
    }
    return step;
  }

  private static List<String> recorded(Fields f, List<String> populations, Findings findings) {
    if (f.node("record") instanceof Node.Text t) {
      switch (t.value()) {
        case "all" -> {
          return populations;
        }
        case "none" -> {
          return List.of();
        }
        default -> findings.add(f.path("record"), "expected all, none or a list of populations, found "
            + t.described());
      }
      return null;
    }
    List<String> names = f.texts("record");
    for (int k = 0; names != null && k < names.size(); k++) {
      if (!populations.contains(names.get(k))) {
        findings.add(Paths.at(f.path("record"), k), "there is no population "
            + Node.shortened(names.get(k)) + Nearest.suggestion(names.get(k), populations));
      }
    }
    return names;
  }

  /** What {@link #read} reads as this block. */
  Map<String, Object> write() {
    Map<String, Object> run = new LinkedHashMap<>();
    put(run, "duration_ms", durationMs == null ? null : DistributionFormat.number(durationMs));
    put(run, "transient_ms", transientMs == null ? null : DistributionFormat.number(transientMs));
    put(run, "dt_ms", dtMs == null ? null : DistributionFormat.number(dtMs));
    put(run, "seed", seed);
    put(run, "timing", timing == null ? null : Fields.word(timing));
    put(run, "precision",
        singlePrecision == null ? null : Fields.word(singlePrecision ? Precision.SINGLE : Precision.DOUBLE));
    put(run, "record", record);
    return run;
  }

  private static void put(Map<String, Object> map, String key, Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
