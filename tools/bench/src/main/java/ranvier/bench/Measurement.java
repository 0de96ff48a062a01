package ranvier.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/**
 * What one run took.
 *
 * @param numbers by name; the names are those of {@link #NAMES}
 * @param spikeHash the same for every run with the same seed
 */
public record Measurement(Map<String, Double> numbers, String spikeHash) {
  /** What is measured: JSON name and heading of the table. */
  public static final Map<String, String> NAMES = names();

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("wallSeconds", "wall time (s)");
    names.put("realTimeFactor", "real-time factor");
    names.put("nsPerSynapticEvent", "ns per synaptic event");
    names.put("bytesPerSynapse", "bytes per synapse");
    names.put("bytesPerPlasticSynapse", "bytes per plastic synapse");
    names.put("buildSeconds", "build (s)");
    names.put("peakMemoryMiB", "peak memory (MiB)");
    names.put("advanceSeconds", "neurons and background (s)");
    names.put("walkSeconds", "neurons event by event (s)");
    names.put("deliverSeconds", "delivery (s)");
    names.put("scheduleSeconds", "exchange (s)");
    names.put("waitSeconds", "waiting (s)");
    names.put("recordSeconds", "recording (s)");
    names.put("sliceTimeP50Us", "slice, median (us)");
    names.put("sliceTimeP999Us", "slice, 99.9 % (us)");
    names.put("sliceTimeMaxUs", "slice, longest (us)");
    names.put("collections", "garbage collections");
    names.put("collectionMs", "their pauses (ms)");
    names.put("neurons", "neurons");
    names.put("bytesPerNeuron", "bytes per neuron");
    names.put("rateHz", "mean rate (Hz)");
    return names;
  }

  /** What a run took. */
  static Measurement of(RunResult result) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("wallSeconds", result.simulationSeconds());
    numbers.put("realTimeFactor", result.realTimeFactor());
    numbers.put("buildSeconds", result.buildSeconds());
    numbers.put("peakMemoryMiB", result.peakRssBytes() / 1048576.0);
    for (String name : NAMES.keySet()) {
      if (result.metrics().get(name) instanceof Number number && Double.isFinite(number.doubleValue())) {
        numbers.put(name, number.doubleValue());
      }
    }
    numbers.put("neurons", (double) result.neurons());
    if (result.metrics().get("stateBytes") instanceof Number bytes) {
      numbers.put("bytesPerNeuron", bytes.doubleValue() / result.neurons());
    }
    double spikes = 0;
    double neurons = 0;
    for (PopulationResult p : result.populations()) {
      spikes += p.rateHz() * p.size();
      neurons += p.size();
    }
    numbers.put("rateHz", spikes / neurons);
    return new Measurement(numbers, result.spikeHash());
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + this, e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Measurement fromJson(String text) {
    try {
      return JSON.readValue(text, Measurement.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a measurement: " + text, e);
    }
  }
}
