package ranvier.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Lines;
import ranvier.scenarios.figure.Figure.Series.Style;

/**
 * The cost of a synaptic event against the size of the network, at the same in-degree: one line per timing and number
 * of threads, and marks where the neurons' state, or all synapses, no longer fit a cache.
 */
public final class ScalingFigure {
  private static final Comparator<Series> BY_SIZE = Comparator.comparingDouble(s -> s.median("neurons"));

  private ScalingFigure() {}

  /**
   * The figure.
   *
   * @param measured of the models of {@link Model#scaling}
   * @param machine what it was measured on
   * @param caches the nearest first; may be empty
   * @throws IllegalArgumentException if nothing was measured
   */
  public static Lines of(List<Series> measured, String machine, List<Cache> caches) {
    if (measured.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to draw: no network of scaling-grid or scaling-exact");
    }
    Map<String, List<Series>> lines = new LinkedHashMap<>();
    for (Series s : measured.stream().sorted(BY_SIZE).toList()) {
      String timing = s.model().contains("exact") ? "exact time" : "grid of 0.1 ms";
      lines.computeIfAbsent(timing + (s.threads() == 1 ? ", 1 thread" : ", " + s.threads() + " threads"),
          name -> new ArrayList<>()).add(s);
    }
    List<ranvier.scenarios.figure.Figure.Series> drawn = new ArrayList<>();
    lines.forEach((name, sizes) -> drawn.add(new ranvier.scenarios.figure.Figure.Series(name,
        values(sizes, "neurons"), values(sizes, "nsPerSynapticEvent"), Style.LINE)));
    int runs = measured.stream().mapToInt(s -> s.runs().size()).max().orElse(0);
    return new Lines("Cost of a synaptic event, 1,000 inputs per neuron",
        "Balanced network, all spikes recorded, " + measured.getFirst().precision() + " precision, "
            + (runs == 1 ? "one run" : "median of " + runs + " runs") + " of each size. " + machine
            + ". Marks: where the neurons' state or all synapses (grid) are as large as a cache.",
        Axis.logarithmic("neurons"), Axis.linear("ns per synaptic event"), drawn, marks(measured, caches));
  }

  /** Caches by the size at which they are full: per neuron as the largest grid network has it, else the largest. */
  private static List<Lines.Mark> marks(List<Series> measured, List<Cache> caches) {
    Series sample = measured.stream().filter(s -> s.model().contains("grid")).max(BY_SIZE).orElse(measured.getLast());
    double bytesPerNeuron = sample.median("bytesPerNeuron");
    double synapseBytes = Model.SCALING_IN_DEGREE * sample.median("bytesPerSynapse");
    List<Lines.Mark> marks = new ArrayList<>();
    for (Cache cache : caches) {
      marks.add(new Lines.Mark(cache.bytes() / bytesPerNeuron, "state: " + cache.name()));
      marks.add(new Lines.Mark(cache.bytes() / synapseBytes, "synapses: " + cache.name()));
    }
    return marks;
  }

  private static double[] values(List<Series> sizes, String name) {
    return sizes.stream().mapToDouble(s -> s.median(name)).toArray();
  }
}
