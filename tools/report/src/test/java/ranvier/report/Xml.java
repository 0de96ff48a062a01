package ranvier.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a page back, for tests: a page is XML as well, or this throws. */
public final class Xml {
  private Xml() {}

  /** The document, or an error that says where it is not well-formed. */
  public static Document parse(String text) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (SAXException | IOException | ParserConfigurationException notXml) {
      throw new AssertionError("not well-formed: " + notXml.getMessage(), notXml);
    }
  }

  /** All elements of a name, in document order. */
  public static List<Element> all(Document document, String tag) {
    NodeList found = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** All elements of a name that have a class. */
  public static List<Element> all(Document document, String tag, String style) {
    return all(document, tag).stream()
        .filter(e -> List.of(e.getAttribute("class").split(" ", -1)).contains(style)).toList();
  }
}
