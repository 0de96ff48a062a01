package ranvier.report.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ranvier.report.markup.Markup;
import ranvier.scenarios.figure.Figure.Lines;

/** A figure of lines as an SVG file of its own, for documents: title, legend, plot and caption, in one light theme. */
public final class SvgDrawing {
  private static final int WIDTH = 760;
  private static final int LEFT = 64;
  private static final int RIGHT = 24;
  private static final int TOP = 100;
  private static final int PLOT = 330;
  private static final int BELOW = 62;
  private static final int LINE = 17;
  private static final int CHARACTERS = 108;

  private SvgDrawing() {}

  /** The text of the file: a function of the figure alone. */
  public static String of(Lines figure) {
    List<String> caption = lines(figure.caption());
    int height = TOP + PLOT + BELOW + LINE * caption.size();
    Markup drawing = new Markup();
    drawing.open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", Integer.toString(WIDTH),
        "height", Integer.toString(height), "viewBox", "0 0 " + WIDTH + " " + height);
    drawing.open("style").trusted(style()).close();
    drawing.leaf("rect", "class", "back", "width", "100%", "height", "100%");
    drawing.element("text", figure.title(), "class", "title", "x", "20", "y", "32");
    new LinesPlot(figure, new Palette(List.of())).writeAlone(drawing, LEFT, TOP, WIDTH - LEFT - RIGHT, PLOT);
    for (int i = 0; i < caption.size(); i++) {
      drawing.element("text", caption.get(i), "class", "caption", "x", "20",
          "y", Integer.toString(TOP + PLOT + BELOW + LINE * i));
    }
    return drawing.close().finish() + "\n";
  }

  /** The words, as many to a line as it holds. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > CHARACTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static String style() {
    try (InputStream in = SvgDrawing.class.getResourceAsStream("/ranvier/report/drawing.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read drawing.css of the report module", unreadable);
    }
  }
}
