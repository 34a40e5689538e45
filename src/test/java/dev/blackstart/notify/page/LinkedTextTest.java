package dev.blackstart.notify.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parts of a message can be followed. */
class LinkedTextTest {

    private static final String ROOT = "https://blackstart.example.org";

    @Test
    void text_withAddressesOfOurs_theseAreLinks() {
        String text = "See " + ROOT + "/a/b?token=x-1_Y&z=%20. Or (" + ROOT + "/c), or https://evil.example.org/d.";
        List<LinkedText> pieces = LinkedText.pieces(text, ROOT);
        assertThat(pieces.stream().map(LinkedText::text).collect(Collectors.joining())).isEqualTo(text);
        assertThat(pieces).extracting(LinkedText::href).containsExactly(null, "/a/b?token=x-1_Y&z=%20", null, "/c", null);
    }

    @ParameterizedTest
    @ValueSource(strings = { ROOT, ROOT + ".evil.org/x", ROOT + "@evil.org/x", ROOT + ":81/x", ROOT + "//evil.org/x",
            ROOT + "/\\evil.org", "javascript:alert(1)", "http://blackstart.example.org/x", "/exercises" })
    void text_withAnythingElse_staysText(String text) {
        assertThat(LinkedText.pieces(text, ROOT)).containsExactly(new LinkedText(text, null));
    }
}
