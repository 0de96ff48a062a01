package ranvier.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Projection;
import ranvier.engine.network.SpikeTrains;
import ranvier.engine.network.Stimulus;
import ranvier.formats.internal.Fields;

/** Makes a document of a network, from which {@link NetworkReader} makes an equal network. */
final class NetworkWriter {
  private NetworkWriter() {}

  static Map<String, Object> document(Network network, RunBlock run) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", network.name());
    Map<String, Object> populations = new LinkedHashMap<>();
    network.populations().forEach(p -> populations.put(p.name(), population(p)));
    document.put("populations", populations);
    Map<String, Object> trains = new LinkedHashMap<>();
    network.spikeTrains().forEach(s -> trains.put(s.name(), spikeTrains(s)));
    putUnlessEmpty(document, "spike_trains", trains);
    putUnlessEmpty(document, "projections", network.projections().stream().map(NetworkWriter::projection).toList());
    putUnlessEmpty(document, "stimuli", network.stimuli().stream().map(NetworkWriter::stimulus).toList());
    putUnlessEmpty(document, "probes", network.probes().stream().map(NetworkWriter::probe).toList());
    putUnlessEmpty(document, "run", run.write());
    return document;
  }

  private static Map<String, Object> population(Population p) {
    Map<String, Object> f = new LinkedHashMap<>();
    f.put("size", p.size());
    f.put("model", p.model());
    putUnlessEmpty(f, "parameters", values(p.parameters()));
    putUnlessEmpty(f, "initial", values(p.initial()));
    return f;
  }

  private static Map<String, Object> values(Map<String, Distribution> values) {
    Map<String, Object> f = new LinkedHashMap<>();
    values.forEach((name, distribution) -> f.put(name, DistributionFormat.write(distribution)));
    return f;
  }

  private static Map<String, Object> spikeTrains(SpikeTrains s) {
    List<Object> trains = new ArrayList<>();
    for (double[] times : s.timesMs()) {
      trains.add(DistributionFormat.numbers(times));
    }
    return Map.of("times_ms", trains);
  }

  private static Map<String, Object> projection(Projection p) {
    Map<String, Object> f = new LinkedHashMap<>();
    f.put("name", p.name());
    f.put("source", p.source());
    f.put("target", p.target());
    f.put("rule", RuleFormat.write(p.rule()));
    f.put("weight", DistributionFormat.write(p.weight()));
    f.put("delay_ms", DistributionFormat.write(p.delayMs()));
    f.put("synapse", p.synapse());
    putUnlessEmpty(f, "parameters", values(p.parameters()));
    f.put("storage", Fields.word(p.storage()));
    if (!p.modulator().isEmpty()) {
      f.put("modulator", p.modulator());
    }
    return f;
  }

  private static Map<String, Object> stimulus(Stimulus stimulus) {
    Map<String, Object> f = new LinkedHashMap<>();
    f.put("name", stimulus.name());
    f.put("target", stimulus.target());
    NeuronsFormat.write(stimulus.neurons(), f);
    String kind = switch (stimulus) {
      case Stimulus.Poisson p -> {
        f.put("rate_hz", DistributionFormat.number(p.rateHz()));
        f.put("weight", DistributionFormat.number(p.weight()));
        interval(f, p.startMs(), p.stopMs());
        yield "poisson";
      }
      case Stimulus.Noise n -> {
        f.put("mean", DistributionFormat.number(n.mean()));
        f.put("std", DistributionFormat.number(n.std()));
        f.put("interval_ms", DistributionFormat.number(n.intervalMs()));
        interval(f, n.startMs(), n.stopMs());
        yield "noise";
      }
      case Stimulus.Current c -> {
        f.put("times_ms", DistributionFormat.numbers(c.timesMs()));
        f.put("amplitudes", DistributionFormat.numbers(c.amplitudes()));
        yield "current";
      }
    };
    return Map.of(kind, f);
  }

  private static void interval(Map<String, Object> f, double startMs, double stopMs) {
    if (startMs != 0 || 1 / startMs < 0) {
      f.put("start_ms", DistributionFormat.number(startMs));
    }
    if (stopMs != Double.POSITIVE_INFINITY) {
      f.put("stop_ms", DistributionFormat.number(stopMs));
    }
  }

  private static Map<String, Object> probe(Probe p) {
    Map<String, Object> f = new LinkedHashMap<>();
    f.put("name", p.name());
    f.put("population", p.population());
    NeuronsFormat.write(p.neurons(), f);
    f.put("variables", p.variables());
    f.put("interval_ms", DistributionFormat.number(p.intervalMs()));
    return f;
  }

  private static void putUnlessEmpty(Map<String, Object> map, String key, List<?> list) {
    if (!list.isEmpty()) {
      map.put(key, list);
    }
  }

  private static void putUnlessEmpty(Map<String, Object> map, String key, Map<String, Object> value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }
}
