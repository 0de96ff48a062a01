package ranvier.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Bars;
import ranvier.scenarios.figure.Figure.Heatmap;
import ranvier.scenarios.figure.Figure.Lines;
import ranvier.scenarios.figure.Figure.Raster;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Series.Style;
import ranvier.scenarios.figure.Figure.Table;
import ranvier.scenarios.figure.Section;
import ranvier.scenarios.result.Check;
import ranvier.scenarios.result.PopulationResult;
import ranvier.scenarios.result.RunResult;

/**
 * A made-up result with every kind of figure, in the shape of a run of the cortical microcircuit. No number in it was
 * simulated. {@code main} writes its report, to be looked at.
 */
final class DemoResult {
  static final List<String> NAMES = List.of("L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I");
  static final List<String> COMMAND = List.of("./tools/ranvier", "run", "microcircuit", "--seed", "12345", "--threads",
      "2", "--set", "background=poisson", "--out", "out/my run");
  private static final int[] SIZES = {20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948};
  private static final double[] PUBLISHED = {0.86, 2.9, 4.45, 5.93, 7.59, 8.63, 1.09, 7.82};
  private static final double[] RATES = {0.88, 2.96, 4.41, 5.88, 7.71, 9.94, 1.12, 7.79};
  private static final double[] TOLERANCE = {0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.15, 0.5};

  private DemoResult() {}

  /** @param args the file; then optionally {@code stopped} */
  public static void main(String[] args) throws Exception {
    HtmlReport.write(microcircuit(args.length == 1), description(), COMMAND, Path.of(args[0]));
    System.out.println(args[0] + ": " + Files.size(Path.of(args[0])) + " bytes");
  }

  static RunResult microcircuit(boolean complete) {
    Random random = new Random(1);
    List<PopulationResult> populations = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (int p = 0; p < 8; p++) {
      populations.add(new PopulationResult(NAMES.get(p), SIZES[p], RATES[p], 0.8 * RATES[p] + 0.4,
          p == 6 ? Double.NaN : 0.75 + 0.02 * p, 0.35 / (p + 1), 1.2 + 0.7 * p));
      checks.add(Check.near("rate " + NAMES.get(p) + " (Hz)", PUBLISHED[p], TOLERANCE[p], RATES[p],
          "Potjans & Diesmann 2014, table 6; tolerance: 3 standard errors over 20 seeds"));
    }
    checks.add(Check.near("synapses", 298_880_968, 0, 298_880_968, "sum of K over the connection table, exact"));
    checks.add(Check.within("mean CV of intervals", 0.7, 1.1, 0.823, "Potjans & Diesmann 2014, figure 6"));
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("sliceMicros.p50", 41.2);
    metrics.put("sliceMicros.p99", 188.0);
    metrics.put("sliceMicros.max", 1204.7);
    metrics.put("storage", Map.of("L23E -> L23E", "4 bytes, resolution 0.0134 pA", "L4I -> L4E",
        "4 bytes, resolution 0.0536 pA"));
    metrics.put("recordingWaitSeconds", 0.0);
    metrics.put("allocatedBytesPerSlice", 0L);
    metrics.put("ratesHz", RATES);
    return new RunResult("microcircuit", "0.1.0", 12345, "grid", "double", 0.1, 2, 500, 1500, complete, 6.21, 0.83,
        77_169, 298_880_968, 1_374_852_453L, 3_112_239_104L, 369_450, 1_431_209_774L,
        "5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592", populations, checks, metrics, null,
        List.of(activity(random), distributions(random), speed(random), matrices(random)), null);
  }

  private static Section activity(Random random) {
    return new Section("Activity", "Every population fires slowly, irregularly and without strong synchrony, as in the"
        + " cortex at rest.\n\nInhibitory neurons fire faster than excitatory ones in every layer.",
        List.of(raster(random), rates(), spectrum(random)));
  }

  static Raster raster(Random random) {
    int[] rows = IntStream.of(SIZES).map(n -> Math.max(4, n / 200)).toArray();
    List<Raster.Band> bands = new ArrayList<>();
    List<double[]> dots = new ArrayList<>();
    int row = 0;
    for (int p = 7; p >= 0; p--) {
      bands.add(new Raster.Band(NAMES.get(p), rows[p]));
      for (int i = 0; i < rows[p]; i++, row++) {
        double rate = RATES[p] * Math.exp(0.6 * random.nextGaussian() - 0.18) * 3;
        for (double t = 500 - 1000 / rate * Math.log(1 - random.nextDouble()); t < 1500;
            t -= 1000 / rate * Math.log(1 - random.nextDouble())) {
          dots.add(new double[] {Math.rint(t * 10) / 10, row});
        }
      }
    }
    return new Raster("Spikes of every 200th neuron", "One row per neuron, layer 2/3 at the top. 0.5 % of all neurons.",
        dots.stream().mapToDouble(d -> d[0]).toArray(), dots.stream().mapToInt(d -> (int) d[1]).toArray(), row, bands);
  }

  private static Bars rates() {
    double[][] values = new double[8][];
    double[][] tolerance = new double[8][];
    for (int p = 0; p < 8; p++) {
      values[p] = new double[] {RATES[p], PUBLISHED[p]};
      tolerance[p] = new double[] {Double.NaN, TOLERANCE[p]};
    }
    return new Bars("Mean rate of each population", "Bars of the published rates carry the tolerance of the checks.",
        "rate (Hz)", NAMES, List.of("simulated", "published"), values, tolerance);
  }

  private static Lines spectrum(Random random) {
    double[] f = IntStream.rangeClosed(1, 400).mapToDouble(i -> i).toArray();
    List<Series> series = new ArrayList<>();
    for (int p : new int[] {0, 2, 4, 6}) {
      int q = p;
      series.add(new Series(NAMES.get(p), f, Arrays.stream(f).map(v -> (3 + q) * Math.exp(0.12 * random.nextGaussian())
          * (1 + 6 * Math.exp(-Math.pow((v - 82) / 14, 2)) + 9 * Math.exp(-Math.pow((v - 320) / 40, 2))) / (1 + v / 90))
          .toArray(), Style.LINE));
    }
    series.add(new Series("Poisson", new double[] {1, 400}, new double[] {4.2, 4.2}, Style.DASHED));
    return new Lines("Spectrum of population activity", "Welch's method, windows of 256 ms. A Poisson process is flat.",
        Axis.linear("frequency (Hz)"), Axis.logarithmic("power (Hz)"), series);
  }

  private static Section distributions(Random random) {
    List<Series> rates = new ArrayList<>();
    List<Series> intervals = new ArrayList<>();
    double[] bins = IntStream.rangeClosed(0, 50).mapToDouble(i -> 0.5 * i).toArray();
    double[] decades = IntStream.rangeClosed(0, 60).mapToDouble(i -> Math.pow(10, i / 20.0)).toArray();
    for (int p = 0; p < 8; p++) {
      double r = RATES[p];
      rates.add(new Series(NAMES.get(p), bins, Arrays.stream(bins)
          .map(v -> Math.exp(-Math.pow(Math.log((v + 0.25) / r) / 0.8, 2)) / (0.4 + 0.3 * r)).toArray(), Style.STEPS));
      intervals.add(new Series(NAMES.get(p), decades, Arrays.stream(decades)
          .map(v -> v < 2.5 ? Double.NaN : v * r / 1000 * Math.exp(-v * r / 1000)).toArray(), Style.LINE));
    }
    double[] x = random.doubles(400, 1, 20).toArray();
    double[] y = Arrays.stream(x).map(v -> 0.8 + 0.1 * random.nextGaussian() - 0.01 * v).toArray();
    double[] z = Arrays.stream(x).map(v -> 0.6 + 0.1 * random.nextGaussian() + 0.01 * v).toArray();
    return new Section("Distributions", "Over neurons and over intervals.", List.of(
        new Lines("Rates of neurons", "", Axis.linear("rate (Hz)"), Axis.linear("density (1/Hz)"), rates),
        new Lines("Interspike intervals", "The refractory period of 2 ms leaves the left end empty.",
            Axis.logarithmic("interval (ms)"), Axis.linear("density"), intervals),
        new Lines("Regularity against rate", "One point per neuron.", Axis.linear("rate (Hz)"),
            Axis.linear("CV of intervals"), List.of(new Series("L5E", x, y, Style.POINTS),
                new Series("L5I", x, z, Style.POINTS), new Series("Poisson", new double[] {1, 20},
                    new double[] {1, 1}, Style.DASHED)))));
  }

  private static Section speed(Random random) {
    double[] percentile = {0.5, 0.9, 0.99, 0.999, 0.9999, 1};
    List<List<String>> rows = new ArrayList<>();
    for (double p : percentile) {
      rows.add(List.of("p" + 100 * p, Double.toString(Math.rint(41 / (1.02 - p)) / 10), "4,000"));
    }
    double[] slice = IntStream.range(0, 15_000).mapToDouble(i -> i / 10.0).toArray();
    double[] micros = Arrays.stream(slice).map(v -> 40 + 12 * random.nextGaussian() + (random.nextInt(300) == 0 ? 150
        : 0)).map(Math::abs).toArray();
    return new Section("Speed", "Wall time of each slice of 0.1 ms.", List.of(
        new Table("Slice times", "Percentiles from a histogram with three significant digits.",
            List.of("percentile", "time (µs)", "slices"), rows),
        new Lines("Slice time over the run", "", Axis.linear("biological time (ms)"), Axis.linear("time (µs)"),
            List.of(new Series("slice", slice, micros, Style.LINE))),
        new Bars("Where the time goes", "", "share of wall time (%)", List.of("deliver", "advance", "exchange",
            "record"), List.of("share"), new double[][] {{61}, {33}, {4}, {2}}, null)));
  }

  private static Section matrices(Random random) {
    double[][] confusion = new double[10][10];
    List<String> digits = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    for (int r = 0; r < 10; r++) {
      for (int c = 0; c < 10; c++) {
        confusion[r][c] = r == c ? 0.9 + 0.09 * random.nextDouble() : 0.02 * random.nextDouble();
      }
    }
    double[][] weights = new double[200][200];
    for (int r = 0; r < 200; r++) {
      for (int c = 0; c < 200; c++) {
        weights[r][c] = 2 * Math.sin(r / 17.0) * Math.cos(c / 23.0) + 0.4 * random.nextGaussian();
      }
    }
    double[][] drive = new double[8][120];
    for (int r = 0; r < 8; r++) {
      for (int c = 0; c < 120; c++) {
        drive[r][c] = c == 40 ? Double.NaN : RATES[r] * (1 + 0.4 * Math.sin(c / 6.0 + r)) + 0.3 * random.nextGaussian();
      }
    }
    List<String> header = List.of("target \\ source", "L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I");
    List<List<String>> rows = NAMES.stream().map(name -> {
      List<String> row = new ArrayList<>(List.of(name));
      random.doubles(8, 0, 0.4).forEach(v -> row.add(Double.toString(Math.rint(v * 1e4) / 1e4)));
      return row;
    }).toList();
    List<Figure> figures = List.of(
        new Heatmap("Confusion of digits", "Rows sum to one.", "predicted", "true", confusion, digits, digits, true),
        new Heatmap("Weights", "", "source", "target", weights, List.of(), List.of(), false),
        new Heatmap("Rate over time (Hz)", "One window is missing.", "window", "", drive, NAMES, List.of(), false),
        new Table("Connection probabilities", "Of a pair of neurons.", header, rows));
    return new Section("Matrices", "", figures);
  }

  static String description() {
    return """
        {
          "name": "microcircuit",
          "populations": [
            {"name": "L23E", "size": 20683, "model": "iaf_psc_exp", "tau_m": 10.0, "note": "a < b & c"}
          ]
        }
        """;
  }
}
