package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The figure in the documentation is what the engine gives. Drawn again by
 * {@code mvn -pl neurons -am test -Dtest=GridConvergesFigureTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dranvier.draw=true}.
 */
class GridConvergesFigureTest {
  private static final Path FIGURE = Path.of("..", "docs", "grid-converges.svg");
  private static final int NETWORKS = 6;
  private static final int COARSEST = -3;
  private static final int FINEST = -9;
  private static final int LEFT = 70;
  private static final int TOP = 16;
  private static final int OCTAVE = 56;
  private static final int DECADE = 110;
  private static final int LOWEST = -3;
  private static final int HIGHEST = 0;

  @Test
  void theFigureInTheDocumentationIsWhatTheEngineGives() throws IOException {
    String drawn = draw();
    if (Boolean.getBoolean("ranvier.draw")) {
      Files.writeString(FIGURE, drawn);
    }
    assertEquals(Files.readString(FIGURE), drawn);
  }

  private static String draw() {
    int right = LEFT + (COARSEST - FINEST) * OCTAVE;
    int bottom = TOP + (HIGHEST - LOWEST) * DECADE;
    StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
            + " font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n", right + 150,
        bottom + 52));
    for (int p = FINEST; p <= COARSEST; p++) {
      line(svg, x(p), TOP, x(p), bottom, "#e8ebf0");
      text(svg, x(p), bottom + 18, "middle", p == FINEST || p == COARSEST || p % 2 == 0 ? "1/" + (1 << -p) : "");
    }
    for (int d = LOWEST; d <= HIGHEST; d++) {
      line(svg, LEFT, y(Math.pow(10, d)), right, y(Math.pow(10, d)), "#e8ebf0");
      text(svg, LEFT - 8, y(Math.pow(10, d)) + 4, "end", d == 0 ? "1" : String.format(Locale.ROOT, "%." + -d + "f",
          Math.pow(10, d)));
    }
    text(svg, 0.5 * (LEFT + right), bottom + 40, "middle", "step of the grid (ms)");
    svg.append(String.format(Locale.ROOT, "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">"
        + "mean distance from exact spikes (ms)</text>\n", (TOP + bottom) / 2));
    path(svg, "#8b94a5", " stroke-dasharray=\"5 4\"", p -> 0.5 * Math.pow(2, p));
    text(svg, right + 8, y(0.5 * Math.pow(2, COARSEST)) + 12, "start", "half a step (order 1)");
    for (int n = 1; n <= NETWORKS; n++) {
      GridConvergence network = GridConvergence.of(n, 480 + 50 * n, 6.0 * n);
      path(svg, "#2456b8", "", p -> network.meanErrorMs(Math.pow(2, p)));
    }
    text(svg, right + 8, y(3.0 * Math.pow(2, COARSEST)), "start", NETWORKS + " random networks");
    return svg.append("</svg>\n").toString();
  }

  private interface ErrorOfStep {
    double at(int exponent);
  }

  private static void path(StringBuilder svg, String colour, String style, ErrorOfStep error) {
    svg.append("<path fill=\"none\" stroke=\"").append(colour).append("\" stroke-width=\"1.6\"").append(style)
        .append(" d=\"");
    for (int p = FINEST; p <= COARSEST; p++) {
      svg.append(p == FINEST ? "M" : "L").append(String.format(Locale.ROOT, "%.1f %.1f", x(p), y(error.at(p))));
    }
    svg.append("\"/>\n");
  }

  private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
    svg.append(String.format(Locale.ROOT, "<path stroke=\"%s\" d=\"M%.1f %.1fL%.1f %.1f\"/>\n", colour, x1, y1, x2,
        y2));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor,
        text));
  }

  private static double x(int exponent) {
    return LEFT + (exponent - FINEST) * OCTAVE;
  }

  private static double y(double error) {
    return TOP + (HIGHEST - Math.log10(error)) * DECADE;
  }
}
