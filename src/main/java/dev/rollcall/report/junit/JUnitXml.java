package dev.rollcall.report.junit;

import dev.rollcall.report.junit.JUnitSuite.Case;
import dev.rollcall.report.junit.JUnitSuite.Ending;
import dev.rollcall.report.text.PlainText;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Suites as a document of JUnit's XML form. Well-formed whatever the texts hold: characters that
 * XML does not know become question marks.
 */
final class JUnitXml {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** An answer may be quoted in a message; all of it is on the page. */
  private static final int LONGEST = 2_000;

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(List<JUnitSuite> suites) {
    var text = new StringWriter();
    try {
      // The JDK's own, whatever else is on the class path.
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitXml(xml).write(suites);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string could not be written to", e);
    }
    return text.append('\n').toString();
  }

  private void write(List<JUnitSuite> suites) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    begin("testsuites", 0);
    attribute("name", "rollcall");
    totals(suites);
    for (JUnitSuite suite : suites) {
      write(suite);
    }
    end(0);
  }

  private void write(JUnitSuite suite) throws XMLStreamException {
    begin("testsuite", 1);
    attribute("name", suite.name());
    totals(List.of(suite));
    attribute("timestamp", SECOND.format(suite.startedAt()));
    begin("properties", 2);
    empty("property", 3);
    attribute("name", "target");
    attribute("value", suite.target());
    end(2);
    for (Case each : suite.cases()) {
      write(each);
    }
    end(1);
  }

  private void totals(List<JUnitSuite> suites) throws XMLStreamException {
    attribute("tests", sum(suites, suite -> suite.cases().size()));
    attribute("failures", sum(suites, suite -> suite.count(Ending.FAILURE)));
    attribute("errors", sum(suites, suite -> suite.count(Ending.ERROR)));
    attribute("skipped", sum(suites, suite -> suite.count(Ending.SKIPPED)));
    attribute("time", seconds(suites.stream().mapToLong(JUnitSuite::millis).sum()));
  }

  private void write(Case test) throws XMLStreamException {
    boolean passed = test.ending() == Ending.PASSED;
    open("testcase", 2, passed);
    attribute("classname", test.classname());
    attribute("name", test.name());
    attribute("time", seconds(test.millis()));
    if (!passed) {
      writeEnding(test);
      end(2);
    }
  }

  private void writeEnding(Case test) throws XMLStreamException {
    boolean bare = test.details().isEmpty();
    open(test.ending().element(), 3, bare);
    if (test.isRed()) {
      attribute("type", test.type());
    }
    attribute("message", test.message());
    if (!bare) {
      xml.writeCharacters(
          test.details().stream().map(JUnitXml::line).collect(Collectors.joining("\n")));
      xml.writeEndElement();
    }
  }

  private void open(String element, int depth, boolean isEmpty) throws XMLStreamException {
    if (isEmpty) {
      empty(element, depth);
    } else {
      begin(element, depth);
    }
  }

  private void empty(String element, int depth) throws XMLStreamException {
    indent(depth);
    xml.writeEmptyElement(element);
  }

  private void begin(String element, int depth) throws XMLStreamException {
    indent(depth);
    xml.writeStartElement(element);
  }

  private void end(int depth) throws XMLStreamException {
    indent(depth);
    xml.writeEndElement();
  }

  private void indent(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, line(value));
  }

  private static String sum(List<JUnitSuite> suites, ToLongFunction<JUnitSuite> figure) {
    return Long.toString(suites.stream().mapToLong(figure).sum());
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** Without control characters and lone surrogates, and without the two that XML refuses, too. */
  private static String line(String text) {
    return PlainText.line(text, LONGEST).replace('\ufffe', '?').replace('\uffff', '?');
  }
}
