package ranvier.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import ranvier.report.Xml;
import ranvier.report.markup.Markup;
import ranvier.scenarios.figure.Figure;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Bars;
import ranvier.scenarios.figure.Figure.Heatmap;
import ranvier.scenarios.figure.Figure.Lines;
import ranvier.scenarios.figure.Figure.Raster;
import ranvier.scenarios.figure.Figure.Series;
import ranvier.scenarios.figure.Figure.Table;

/** Whatever the data are, a figure is well-formed and stays within its frame. */
class FigureProperties {
  private static final List<String> PLACES = List.of("x", "y", "x1", "x2", "y1", "y2", "width", "height");

  @Property(tries = 200)
  void linesStayInside(@ForAll("lines") Lines figure) {
    Document drawn = assertInside(figure);
    assertEquals(figure.series().size(), Xml.all(drawn, "path", "s").size());
    assertEquals(figure.series().size() > 1 ? 1 : 0, Xml.all(drawn, "ul", "legend").size());
  }

  @Property(tries = 200)
  void barsStayInside(@ForAll("bars") Bars figure) {
    Document drawn = assertInside(figure);
    long finite = Arrays.stream(figure.values()).flatMapToDouble(Arrays::stream).filter(Double::isFinite).count();
    assertEquals(finite, Xml.all(drawn, "rect", "bar").size());
  }

  @Property(tries = 100)
  void rastersStayInside(@ForAll("rasters") Raster figure) {
    Document drawn = assertInside(figure);
    assertEquals(Math.max(1, figure.bands().size()), Xml.all(drawn, "path", "dots").size());
  }

  @Property(tries = 60)
  void heatmapsStayInside(@ForAll("heatmaps") Heatmap figure) {
    assertInside(figure);
  }

  @Example
  void barsStandOnZeroAndAreAsLongAsTheirValues() {
    Document drawn = assertInside(new Bars("", "", "", List.of("a", "b", "c"), List.of("s"),
        new double[][] {{4}, {8}, {-2}}, null));
    List<Element> bars = Xml.all(drawn, "rect", "bar");
    double four = percent(bars.get(0), "height");
    double floor = percent(bars.get(0), "y") + four;
    assertEquals(2 * four, percent(bars.get(1), "height"), 0.01);
    assertEquals(0.5 * four, percent(bars.get(2), "height"), 0.01);
    assertEquals(floor, percent(bars.get(1), "y") + percent(bars.get(1), "height"), 0.01);
    assertEquals(floor, percent(bars.get(2), "y"), 0.01);
  }

  @Example
  void theAxesOfAHeatmapCarryItsCoordinates() {
    Document drawn = assertInside(Heatmap.of("", "", "x", new Heatmap.Extent(0, 1), "y", new Heatmap.Extent(-2, 2),
        new double[200][100]));
    List<Element> ticks = Xml.all(drawn, "text", "tick");
    List<Element> along = ticks.stream().filter(t -> t.getAttribute("class").contains("middle")).toList();
    List<Element> up = ticks.stream().filter(t -> t.getAttribute("class").contains("end")).toList();
    assertEquals(0.0, Double.parseDouble(along.getFirst().getTextContent()));
    assertEquals(1.0, Double.parseDouble(along.getLast().getTextContent()));
    for (Element label : along) {
      assertEquals(100 * Double.parseDouble(label.getTextContent()), percent(label, "x"), 0.01);
    }
    assertTrue(up.size() >= 4);
    for (Element label : up) {
      double value = Double.parseDouble(label.getFirstChild().getTextContent().replace('\u2212', '-'));
      assertEquals(25 * (2 - value), percent(label, "y"), 0.01);
    }
  }

  @Example
  void dotsHaveTheColourOfTheirBand() {
    Raster figure = new Raster("", "", new double[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3}, 4,
        List.of(new Raster.Band("I", 1), new Raster.Band("E", 3)));
    List<Element> paths = Xml.all(draw(figure, "E", "I"), "path", "dots");
    assertTrue(paths.get(0).getAttribute("class").contains("c1") && paths.get(1).getAttribute("class").contains("c0"));
    assertEquals(1, new PathReader(paths.get(0).getAttribute("d")).strokes().size());
    assertEquals(3, new PathReader(paths.get(1).getAttribute("d")).strokes().size());
  }

  @Example
  void ofTooManySpikesSomeRowsOfEveryBandAreDrawn() {
    double[] times = new Random(3).doubles(200_000, 0, 1000).toArray();
    int[] rows = new Random(4).ints(200_000, 0, 2000).toArray();
    Document drawn = draw(new Raster("", "", times, rows, 2000,
        List.of(new Raster.Band("few", 3), new Raster.Band("many", 1997))));
    List<Element> paths = Xml.all(drawn, "path", "dots");
    PathReader few = new PathReader(paths.get(0).getAttribute("d"));
    PathReader many = new PathReader(paths.get(1).getAttribute("d"));
    assertEquals(1, few.strokes().stream().mapToInt(PathReader.Stroke::y1).distinct().count());
    assertTrue(few.strokes().size() + many.strokes().size() <= 40_000);
    assertTrue(many.strokes().size() > 25_000);
    assertTrue(drawn.getDocumentElement().getTextContent().contains("one row in "));
  }

  @Example
  void aRasterWithoutBandsIsOneBand() {
    Document drawn = draw(new Raster("", "", new double[] {1, 2}, new int[] {0, 4}, 5, List.of()));
    assertEquals(2, new PathReader(Xml.all(drawn, "path", "dots").getFirst().getAttribute("d")).strokes().size());
  }

  @Example
  void aPopulationHasTheSameColourInEveryFigure() {
    Palette palette = new Palette(List.of("E", "I"));
    assertEquals(List.of("c1", "n1", "c0"), palette.forFigure(List.of("I", "theory", "E")));
    assertEquals(List.of("n0", "n1", "c2"), palette.forFigure(List.of("simulated", "published", "other")));
    assertEquals("c1", palette.population("I"));
  }

  @Example
  void infiniteValuesAreLeftOutAndCounted() {
    String drawn = write(new Lines("", "", Axis.linear("x"), Axis.logarithmic("y"), List.of(
        new Series("s", new double[] {1, 2, 3, 4}, new double[] {1, -1, Double.POSITIVE_INFINITY, Double.NaN},
            Series.Style.LINE))));
    assertTrue(drawn.contains("2 values are infinite or not positive"), drawn);
  }

  @Example
  void largeHeatmapsBecomePicturesAndVeryLargeOnesAreAveraged() {
    double[][] values = new double[700][40];
    for (double[] row : values) {
      Arrays.setAll(row, i -> i);
    }
    Document drawn = draw(new Heatmap("", "", "", "", values, List.of(), List.of(), false));
    assertEquals(1, Xml.all(drawn, "image").size());
    assertTrue(drawn.getDocumentElement().getTextContent().contains("A pixel is the mean of 2 by 1 values."));
  }

  @Example
  void coloursOfSignedValuesAreBalancedAroundZero() {
    ColourScale signed = ColourScale.of(new double[][] {{-1, 4}, {Double.NaN, Double.POSITIVE_INFINITY}});
    assertEquals(0.5, signed.fraction(0));
    assertEquals(1, signed.fraction(4));
    ColourScale amounts = ColourScale.of(new double[][] {{1, 10}});
    assertEquals(0, amounts.fraction(0));
    assertEquals(0, ColourScale.of(new double[][] {{7, 10}}).fraction(7));
  }

  @Example
  void columnsOfNumbersAreFlushRight() {
    Document drawn = draw(new Table("", "", List.of("name", "value"), List.of(List.of("p99", "1,204.7 µs"),
        List.of("p50", "−3 × 10⁻⁴"))));
    assertEquals("", Xml.all(drawn, "td").get(0).getAttribute("class"));
    assertEquals("number", Xml.all(drawn, "td").get(1).getAttribute("class"));
    assertEquals("number", Xml.all(drawn, "td").get(3).getAttribute("class"));
  }

  private static String write(Figure figure, String... populations) {
    Markup page = new Markup();
    new FigureWriter(page, new Palette(List.of(populations))).write(figure);
    return page.finish();
  }

  private static Document draw(Figure figure, String... populations) {
    return Xml.parse(write(figure, populations));
  }

  private static double percent(Element element, String name) {
    String value = element.getAttribute(name);
    assertTrue(value.endsWith("%"), name + "=" + value);
    return Double.parseDouble(value.substring(0, value.length() - 1));
  }

  private static Document assertInside(Figure figure) {
    String written = write(figure);
    assertFalse(written.contains("NaN%") || written.contains("Infinity%"), written);
    Document drawn = Xml.parse(written);
    for (Element element : Xml.all(drawn, "*")) {
      for (String place : PLACES) {
        if (element.getAttribute(place).endsWith("%")) {
          double at = percent(element, place);
          assertTrue(at >= 0 && at <= 100, element.getTagName() + " " + place + "=" + at);
        }
      }
      if (element.getAttribute("x").endsWith("%") && element.getAttribute("width").endsWith("%")) {
        assertTrue(percent(element, "x") + percent(element, "width") <= 100.01);
      }
      if (element.getAttribute("y").endsWith("%") && element.getAttribute("height").endsWith("%")) {
        assertTrue(percent(element, "y") + percent(element, "height") <= 100.01);
      }
    }
    for (Element path : Xml.all(drawn, "path")) {
      assertTrue(new PathReader(path.getAttribute("d")).staysInside());
    }
    return drawn;
  }

  /** Numbers of every kind that a measurement may give, and some that it must not. */
  private static Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(Arbitraries.doubles().between(-100, 100),
        Arbitraries.doubles().between(0, 1).map(v -> 1e-3 * v),
        Arbitraries.of(0.0, 1.0, 5.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE,
            -Double.MAX_VALUE, Double.MIN_VALUE, 1e300, -1e-300));
  }

  /** Empty, single, constant and mixed. */
  private static Arbitrary<double[]> columns(int size) {
    Arbitrary<double[]> mixed = numbers().array(double[].class).ofMaxSize(size);
    Arbitrary<double[]> constant = Combinators.combine(numbers(), Arbitraries.integers().between(0, size))
        .as((value, count) -> {
          double[] column = new double[count];
          Arrays.fill(column, value);
          return column;
        });
    return Arbitraries.oneOf(mixed, constant);
  }

  @Provide
  Arbitrary<Lines> lines() {
    Arbitrary<Series> series = Combinators.combine(columns(30), columns(30), Arbitraries.of(Series.Style.values()),
        Arbitraries.strings().ofMaxLength(6)).as((x, y, style, name) -> new Series(name, x, y, style));
    return Combinators.combine(series.list().ofMaxSize(4), Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as((all, logX, logY) -> new Lines("lines", "", new Axis("x", logX), new Axis("y", logY), all));
  }

  @Provide
  Arbitrary<Bars> bars() {
    return Combinators.combine(Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 4),
        numbers().array(double[].class).ofSize(48), Arbitraries.of(true, false)).as((groups, series, pool, errors) -> {
          double[][] values = new double[groups][series];
          double[][] tolerance = new double[groups][series];
          for (int g = 0; g < groups; g++) {
            for (int k = 0; k < series; k++) {
              values[g][k] = pool[4 * g + k];
              tolerance[g][k] = Math.abs(pool[24 + 4 * g + k]);
            }
          }
          return new Bars("bars", "", "value", names(groups, "group "), names(series, "s"), values,
              errors ? tolerance : null);
        });
  }

  @Provide
  Arbitrary<Raster> rasters() {
    return Combinators.combine(columns(60), Arbitraries.integers().between(0, 12).list().ofMaxSize(9),
        Arbitraries.longs()).as((times, sizes, seed) -> {
          List<Raster.Band> bands = new ArrayList<>();
          sizes.forEach(size -> bands.add(new Raster.Band("band " + bands.size(), size)));
          int rowCount = sizes.stream().mapToInt(s -> s).sum();
          int[] rows = new Random(seed).ints(times.length, 0, Math.max(1, rowCount)).toArray();
          return new Raster("raster", "", times, rows, rowCount, bands);
        });
  }

  @Provide
  Arbitrary<Heatmap> heatmaps() {
    return Combinators.combine(Arbitraries.integers().between(0, 40), Arbitraries.integers().between(1, 40),
        columns(1600), Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as((rows, columns, pool, labels, annotate) -> {
          double[][] values = new double[rows][columns];
          for (int i = 0; i < rows * columns; i++) {
            values[i / columns][i % columns] = pool.length == 0 ? Double.NaN : pool[i % pool.length];
          }
          return new Heatmap("heat", "", "x", "y", values, labels ? names(rows, "row ") : List.of(),
              labels ? names(columns, "column ") : List.of(), annotate && rows * columns < 200);
        });
  }

  private static List<String> names(int count, String prefix) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
