package dev.blackstart.review.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import dev.blackstart.review.publication.PublishedTitle;
import dev.blackstart.review.publication.ReportAudience;
import javax.xml.parsers.DocumentBuilderFactory;

class AtomFileTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");

    @Test
    void of_titleWithMarkupAndControlCharacters_wellFormed() throws Exception {
        UUID exercise = UUID.randomUUID();
        String text = AtomFile.of(List.of(new PublishedTitle(UUID.randomUUID(), exercise, "A <b>&\u0001 🔥 ]]>", 3,
                ReportAudience.ORGANISATION, AT)), AT, path -> "https://games.example.org" + path);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document feed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent()).isEqualTo("A <b>&  🔥 ]]>");
        assertThat(feed.getElementsByTagName("id").item(1).getTextContent()).isEqualTo("urn:uuid:" + exercise);
        assertThat(feed.getElementsByTagName("updated").item(0).getTextContent()).isEqualTo("2026-03-01T10:00:00.123Z");
    }
}
