package dev.blackstart.review.subscription;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import dev.blackstart.review.publication.PublishedTitle;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed of reports (Atom, RFC 4287). The same reports make the same text. */
final class AtomFile {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    /** What no XML document holds, escaped or not. */
    private static final Pattern NOT_XML = Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private AtomFile() {
    }

    /** @param updated when any of them was published last @param address the whole address of a path */
    static String of(List<PublishedTitle> reports, Instant updated, UnaryOperator<String> address) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", address.apply("/reports.atom"));
            element(xml, "title", "Reports of exercises");
            element(xml, "updated", time(updated));
            xml.writeStartElement("author");
            element(xml, "name", "Blackstart");
            xml.writeEndElement();
            link(xml, address.apply("/library?kind=report"));
            for (PublishedTitle report : reports) {
                entry(xml, report, address);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a feed cannot be written", impossible);
        }
        return text.toString();
    }

    /** One for an exercise, whatever its revision: a report that is published anew is updated. */
    private static void entry(XMLStreamWriter xml, PublishedTitle report, UnaryOperator<String> address)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + report.exercise());
        element(xml, "title", report.title());
        element(xml, "updated", time(report.at()));
        link(xml, address.apply("/exercises/" + report.exercise() + "/report"));
        element(xml, "summary", "Revision %d, published to the %s.".formatted(report.revision(), report.audience().key()));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("type", "text/html");
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(NOT_XML.matcher(text).replaceAll(" "));
        xml.writeEndElement();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
