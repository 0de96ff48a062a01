package ranvier.scenarios.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import ranvier.engine.kernel.ProjectionStorage;
import ranvier.engine.record.PopulationStatistics;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Section;

/**
 * The data from which the report of every spiking network is made.
 *
 * @param populations statistics of all populations
 * @param spikeFile the recorded spikes; null if there are none, then there is no raster
 * @param transientMs what the statistics leave out
 * @param endMs biological time reached
 * @param publishedRatesHz in the order of the populations, NaN where there is none; null: none at all
 * @param sliceNanos wall time of each slice in ns
 * @param sliceMs biological time of a slice
 * @param storage of each projection
 */
public record NetworkFigures(List<PopulationStatistics> populations, Path spikeFile, double transientMs, double endMs,
    double[] publishedRatesHz, Histogram sliceNanos, double sliceMs, List<ProjectionStorage> storage) {
  /** More lines than this cannot be told apart. */
  private static final int MOST_POPULATIONS = 16;

  /**
   * The sections, those on spikes only if the run got past its transient.
   *
   * @throws IOException if the spike file cannot be read or is damaged
   */
  public List<Section> sections() throws IOException {
    List<Section> sections = new ArrayList<>();
    if (endMs > transientMs && !populations.isEmpty()) {
      int[] shown = largest();
      List<PopulationStatistics> drawn = IntStream.of(shown).mapToObj(populations::get).toList();
      double[] published = publishedRatesHz == null ? null
          : IntStream.of(shown).mapToDouble(p -> publishedRatesHz[p]).toArray();
      String interval = Numbers.time(populations.get(0).durationMs()) + " ms after a transient of "
          + Numbers.time(transientMs) + " ms.";
      String leftOut = drawn.size() == populations.size() ? "" : String.format(Locale.ROOT,
          " The %d largest of %,d populations are drawn.", drawn.size(), populations.size());
      sections.add(section("Spikes", "Which neuron fired when, and how many did.", raster(),
          ActivityFigures.activity(drawn, transientMs)));
      sections.add(section("Rates and regularity", "Over " + interval + leftOut,
          ActivityFigures.rates(drawn, published), DistributionFigures.rates(drawn), DistributionFigures.cvs(drawn),
          DistributionFigures.intervals(drawn)));
      sections.add(section("Rhythms", "Over " + interval + leftOut, ActivityFigures.spectrum(drawn)));
    }
    if (sliceNanos.getTotalCount() > 0) {
      sections.add(section("Time per slice", "Wall time of the slices into which biological time is cut.",
          MachineFigures.percentiles(sliceNanos, sliceMs), MachineFigures.percentileTable(sliceNanos, sliceMs)));
    }
    if (!storage.isEmpty()) {
      sections.add(section("Synapses in memory", "", MachineFigures.storage(storage)));
    }
    return sections.stream().filter(s -> !s.figures().isEmpty()).toList();
  }

  private Figure raster() throws IOException {
    return spikeFile == null ? null : new RasterSample(spikeFile, transientMs, endMs).figure();
  }

  /** Indices of the largest populations, in their order. */
  private int[] largest() {
    return IntStream.range(0, populations.size()).boxed()
        .sorted(Comparator.comparing(p -> -populations.get(p).size())).limit(MOST_POPULATIONS).sorted()
        .mapToInt(Integer::intValue).toArray();
  }

  private static Section section(String title, String text, Figure... figures) {
    return new Section(title, text, Stream.of(figures).filter(Objects::nonNull).toList());
  }
}
