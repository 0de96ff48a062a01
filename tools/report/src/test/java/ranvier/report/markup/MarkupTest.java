package ranvier.report.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import ranvier.report.Xml;

class MarkupTest {
  @Property
  void anyTextReadsBackAsItWas(@ForAll String text, @ForAll String attribute) {
    String written = new Markup().element("p", text, "title", attribute).finish();
    var paragraph = Xml.parse(written).getDocumentElement();
    // XML reads a carriage return as a new line, and any white space in an attribute as a blank.
    assertEquals(legal(text).replace("\r\n", "\n").replace('\r', '\n'), paragraph.getTextContent());
    assertEquals(legal(attribute).replace("\r\n", " ").replaceAll("[\r\n\t]", " "), paragraph.getAttribute("title"));
  }

  @Test
  void refusesToLeaveElementsOpen() {
    Markup markup = new Markup().open("p");
    assertThrows(IllegalStateException.class, markup::finish);
  }

  @Test
  void refusesEmptyElementsThatHtmlDoesNotHave() {
    Markup markup = new Markup();
    assertThrows(IllegalArgumentException.class, () -> markup.leaf("div"));
  }

  @Test
  void leavesOutAttributesWithoutValue() {
    assertEquals("<path d=\"M0 0\"/>", new Markup().leaf("path", "class", null, "d", "M0 0").finish());
  }

  @Test
  void identifiersDiffer() {
    Markup markup = new Markup();
    assertNotEquals(markup.newId("t"), markup.newId("t"));
  }

  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints().forEach(c -> legal.appendCodePoint(isIllegal(c) ? 0xFFFD : c));
    return legal.toString();
  }

  private static boolean isIllegal(int c) {
    boolean white = c == '\t' || c == '\n' || c == '\r';
    boolean control = (c < 0x20 && !white) || (c >= 0x7F && c < 0xA0);
    boolean surrogate = c >= 0xD800 && c < 0xE000;
    return control || surrogate || (c & 0xFFFE) == 0xFFFE;
  }
}
