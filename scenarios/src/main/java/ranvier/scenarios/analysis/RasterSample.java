package ranvier.scenarios.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import ranvier.engine.record.PopulationRange;
import ranvier.engine.record.SpikeBlock;
import ranvier.engine.record.SpikeFile;
import ranvier.engine.record.SpikeFileReader;
import ranvier.scenarios.figure.Figure;

/**
 * Chooses the spikes of a raster plot from a spike file: the first part of the interval, and so many neurons that the
 * dots can be told apart. Every population is thinned by the same factor, its neurons evenly spaced, so that the
 * picture keeps proportions and rates; the caption says what was left out. The first population is at the top.
 */
final class RasterSample {
  static final int MOST_DOTS = 12_000;
  static final double LONGEST_MS = 2000.0;
  private static final double SMALLER = 0.98;
  /** So that rounding does not move a spike across the border that it lies on, as in the statistics. */
  private static final double EDGE_MS = 1e-6;

  private final Path spikeFile;
  private final double fromMs;
  private final double endMs;
  private final List<PopulationRange> populations;
  private final int allNeurons;
  private final long[] spikesOf;
  private double toMs;

  /**
   * Counts the spikes that could be shown.
   *
   * @param fromMs spikes after it are shown
   * @param endMs how far the run went
   */
  RasterSample(Path spikeFile, double fromMs, double endMs) throws IOException {
    this.spikeFile = spikeFile;
    this.fromMs = fromMs;
    this.endMs = endMs;
    toMs = Math.min(endMs, fromMs + LONGEST_MS);
    try (SpikeFileReader reader = SpikeFile.open(spikeFile)) {
      populations = reader.header().populations();
    }
    allNeurons = populations.stream().mapToInt(PopulationRange::size).sum();
    spikesOf = new long[populations.stream().mapToInt(PopulationRange::end).max().orElse(0)];
    forEachSpike((timeMs, neuron) -> spikesOf[neuron]++);
  }

  private interface SpikeVisitor {
    void visit(double timeMs, int neuron);
  }

  /** The spikes between fromMs and toMs; those after it are not even read. */
  private void forEachSpike(SpikeVisitor visitor) throws IOException {
    try (SpikeFileReader reader = SpikeFile.open(spikeFile)) {
      SpikeBlock block = reader.newBlock();
      while (reader.next(block) && block.timeMs(0) - EDGE_MS <= toMs) {
        for (int k = 0; k < block.count(); k++) {
          double earlierMs = block.timeMs(k) - EDGE_MS;
          if (earlierMs > fromMs && earlierMs <= toMs) {
            visitor.visit(block.timeMs(k), block.neuron(k));
          }
        }
      }
    }
  }

  /** The figure. */
  Figure.Raster figure() throws IOException {
    long candidates = Arrays.stream(spikesOf).sum();
    int[] rows = sizes(candidates);
    int[] rowOf = rowOf(rows);
    int rowCount = Arrays.stream(rows).sum();
    double[] times = new double[(int) Math.min(MOST_DOTS, candidates)];
    int[] rowOfDot = new int[times.length];
    int[] dots = new int[1];
    forEachSpike((timeMs, neuron) -> {
      if (rowOf[neuron] >= 0 && dots[0] < times.length) {
        times[dots[0]] = timeMs;
        rowOfDot[dots[0]++] = rowOf[neuron];
      }
    });
    long sampled = sampled(rows);
    if (sampled > dots[0]) {
      toMs = times[dots[0] - 1];
    }
    List<Figure.Raster.Band> bands = new ArrayList<>();
    for (int p = rows.length - 1; p >= 0; p--) {
      bands.add(new Figure.Raster.Band(populations.get(p).name(), rows[p]));
    }
    return new Figure.Raster("Spikes", caption(rowCount, dots[0], candidates, sampled > dots[0]),
        Arrays.copyOf(times, dots[0]), Arrays.copyOf(rowOfDot, dots[0]), rowCount, bands);
  }

  /** Neurons shown per population: the largest common share of them whose spikes are not too many. */
  private int[] sizes(long candidates) {
    if (candidates <= MOST_DOTS) {
      return populations.stream().mapToInt(PopulationRange::size).toArray();
    }
    double share = (double) MOST_DOTS / candidates;
    int[] rows = sizesAt(share);
    while (sampled(rows) > MOST_DOTS && Arrays.stream(rows).anyMatch(r -> r > 1)) {
      share *= SMALLER;
      rows = sizesAt(share);
    }
    return rows;
  }

  private int[] sizesAt(double share) {
    return populations.stream().mapToInt(p -> (int) Math.min(p.size(), Math.max(1, Math.round(share * p.size()))))
        .toArray();
  }

  private long sampled(int[] rows) {
    long spikes = 0;
    for (int p = 0; p < rows.length; p++) {
      for (int r = 0; r < rows[p]; r++) {
        spikes += spikesOf[neuron(p, r, rows[p])];
      }
    }
    return spikes;
  }

  /** The r-th of evenly spaced neurons of a population. */
  private int neuron(int population, int r, int rows) {
    PopulationRange range = populations.get(population);
    return range.first() + (int) ((2L * r + 1) * range.size() / (2L * rows));
  }

  /** The row of each neuron, from the bottom, where the last population is; -1 where it is not shown. */
  private int[] rowOf(int[] rows) {
    int[] rowOf = new int[spikesOf.length];
    Arrays.fill(rowOf, -1);
    int bottom = 0;
    for (int p = rows.length - 1; p >= 0; p--) {
      for (int r = 0; r < rows[p]; r++) {
        rowOf[neuron(p, r, rows[p])] = bottom + rows[p] - 1 - r;
      }
      bottom += rows[p];
    }
    return rowOf;
  }

  private String caption(int rowCount, int dots, long candidates, boolean shortened) {
    StringBuilder text = new StringBuilder();
    if (rowCount == allNeurons) {
      text.append(String.format(Locale.ROOT, "All %,d recorded neurons", allNeurons));
    } else {
      text.append(String.format(Locale.ROOT, "%,d of %,d recorded neurons, one in %s of each population, evenly"
          + " spaced", rowCount, allNeurons, Numbers.significant((double) allNeurons / rowCount, 3)));
    }
    text.append(", from " + Numbers.time(fromMs) + " to " + Numbers.time(toMs) + " ms: ");
    if (shortened) {
      text.append(String.format(Locale.ROOT, "their first %,d spikes.", dots));
    } else if (dots == candidates) {
      text.append(String.format(Locale.ROOT, "all %,d spikes.", dots));
    } else {
      text.append(String.format(Locale.ROOT, "%,d of %,d spikes.", dots, candidates));
    }
    if (toMs < endMs) {
      text.append(" The run went on to " + Numbers.time(endMs) + " ms.");
    }
    return text.toString();
  }
}
