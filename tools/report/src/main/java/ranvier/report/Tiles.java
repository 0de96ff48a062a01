package ranvier.report;

import ranvier.report.markup.Markup;
import ranvier.report.markup.Numerals;
import ranvier.scenarios.result.RunResult;

/** The numbers of a run, each with what it means in other terms. */
final class Tiles {
  private final RunResult result;

  Tiles(RunResult result) {
    this.result = result;
  }

  void write(Markup page) {
    page.open("dl", "class", "tiles");
    tile(page, "real-time factor", Numerals.significant(result.realTimeFactor(), 3),
        Header.pace(result.realTimeFactor()));
    tile(page, "biological time", Numerals.seconds(result.biologicalMs() / 1000), result.transientMs() > 0
        ? "the first " + Numerals.seconds(result.transientMs() / 1000) + " left out of statistics" : "no transient");
    tile(page, "wall time", Numerals.seconds(result.simulationSeconds()), "of the simulation alone");
    tile(page, "build time", Numerals.seconds(result.buildSeconds()),
        rate(result.synapses(), result.buildSeconds(), "synapses per second"));
    tile(page, "neurons", Numerals.count(result.neurons()), populations());
    tile(page, "synapses", Numerals.compact(result.synapses()), exactly(result.synapses()));
    tile(page, "spikes", Numerals.compact(result.spikes()), meanRate());
    tile(page, "synaptic events", Numerals.compact(result.synapticEvents()),
        rate(result.synapticEvents(), result.simulationSeconds(), "per second"));
    page.closeLine();
    page.open("dl", "class", "tiles small");
    tile(page, "bytes per synapse", Numerals.significant((double) result.synapseBytes() / result.synapses(), 3),
        Numerals.bytes(result.synapseBytes()) + " with indices");
    tile(page, "peak memory", result.peakRssBytes() > 0 ? Numerals.bytes(result.peakRssBytes()) : Numerals.NONE,
        "resident");
    tile(page, "threads", Numerals.count(result.threads()), "do not change a spike");
    tile(page, "seed", Long.toString(result.seed()), null);
    tile(page, "timing", result.timing(), result.dtMs() > 0
        ? "steps of " + Numerals.significant(result.dtMs(), 6) + " ms" : "no step");
    tile(page, "precision", result.precision(), "of the neurons' state");
    tile(page, "version", result.version(), null);
    tile(page, "run", result.complete() ? "complete" : "stopped early", null);
    page.closeLine();
  }

  private static void tile(Markup page, String label, String value, String note) {
    page.open("div").element("dt", label).element("dd", value);
    if (note != null && !note.isEmpty()) {
      page.element("dd", note, "class", "note");
    }
    page.closeLine();
  }

  private String populations() {
    int count = result.populations().size();
    return count == 0 ? "" : count == 1 ? "in one population" : "in " + count + " populations";
  }

  private String exactly(long synapses) {
    String perNeuron = result.neurons() > 0
        ? Numerals.count(Math.round((double) synapses / result.neurons())) + " per neuron" : "";
    return synapses < 1_000_000 ? perNeuron
        : Numerals.count(synapses) + (perNeuron.isEmpty() ? "" : " · " + perNeuron);
  }

  private String meanRate() {
    double perNeuronAndSecond = result.spikes() / (result.neurons() * result.biologicalMs() / 1000);
    return Double.isFinite(perNeuronAndSecond)
        ? Numerals.significant(perNeuronAndSecond, 3) + " Hz per neuron on average" : "";
  }

  private static String rate(long count, double seconds, String what) {
    return seconds > 0 && count > 0 ? Numerals.compact(Math.round(count / seconds)) + " " + what : "";
  }
}
