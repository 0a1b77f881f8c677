package dev.rollcall.report.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** JUnit's XML form as a CI server reads it: by a parser. */
public record Junit(Document document) {

  public static Junit parsed(String xml) throws IOException {
    try {
      return new Junit(
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml))));
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(xml, e);
    }
  }

  public Element root() {
    return document.getDocumentElement();
  }

  public List<Element> elements(String name) {
    return below(root(), name);
  }

  public List<String> names(String element) {
    return elements(element).stream().map(each -> each.getAttribute("name")).toList();
  }

  public static void assertTotals(Element suite) {
    Map.of("tests", "testcase", "failures", "failure", "errors", "error", "skipped", "skipped")
        .forEach(
            (total, element) ->
                assertEquals(
                    Integer.toString(below(suite, element).size()),
                    suite.getAttribute(total),
                    total));
  }

  private static List<Element> below(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
