package ranvier.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import ranvier.scenarios.figure.Figure.Axis;
import ranvier.scenarios.figure.Figure.Lines;
import ranvier.scenarios.figure.Figure.Series;

class SvgDrawingTest {
  private static Lines figure(String caption) {
    double[] x = {1e3, 1e4, 1e5};
    return new Lines("Cost & size", caption, Axis.logarithmic("neurons"), Axis.linear("ns"),
        List.of(new Series("a <b>", x, new double[] {1, 2, 3}, Series.Style.LINE),
            new Series("c", x, new double[] {3, 2, 1}, Series.Style.DASHED)),
        List.of(new Lines.Mark(1e4, "in the middle"), new Lines.Mark(1e7, "outside"), new Lines.Mark(10, "before")));
  }

  @Test
  void isAnSvgFileOfItsOwnWithAllItsNames() throws Exception {
    Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new InputSource(new StringReader(SvgDrawing.of(figure("How to read it.")))));
    assertEquals("http://www.w3.org/2000/svg", svg.getDocumentElement().getAttribute("xmlns"));
    assertEquals(0, svg.getElementsByTagName("div").getLength() + svg.getElementsByTagName("ul").getLength());
    List<String> texts = texts(svg.getElementsByTagName("text"));
    assertTrue(texts.containsAll(List.of("Cost & size", "a <b>", "c", "neurons", "ns", "How to read it.",
        "in the middle")), texts.toString());
    assertFalse(texts.contains("outside") || texts.contains("before"), texts.toString());
  }

  @Test
  void captionsAreBrokenBetweenWordsOnly() {
    String text = "word ".repeat(200).strip();
    List<String> lines = SvgDrawing.lines(text);
    assertEquals(text, String.join(" ", lines));
    assertTrue(lines.size() > 1 && lines.stream().allMatch(l -> l.length() <= 110), lines.toString());
    assertEquals(List.of(), SvgDrawing.lines(" "));
  }

  private static List<String> texts(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(k -> nodes.item(k).getTextContent()).toList();
  }
}
