package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            a | b,              a \\| b
            `code`,             \\`code\\`
            <script>x</script>, \\<script\\>x\\</script\\>
            # Heading,          \\# Heading
            - bullet,           \\- bullet
            + bullet,           \\+ bullet
            1. first,           1\\. first
            12) twelfth,        12\\) twelfth
            ---,                \\---
            ===,                \\===
            *bold* _it_,        \\*bold\\* \\_it\\_
            [text](javascript:x),\\[text\\](javascript:x)
            ![i](u),            !\\[i\\](u)
            &lt;b&gt;,          \\&lt;b\\&gt;
            a \\ b,             a \\\\ b
            ~~gone~~,           \\~\\~gone\\~\\~
            $x$,                \\$x\\$
            12 m 04 s,          12 m 04 s
            T+00:12:04,         T+00:12:04
            kill-primary,       kill-primary
            """)
    void escape_whatMarkdownWouldRead_staysText(String written, String expected) {
        assertThat(Markdown.escape(written)).isEqualTo(expected);
    }

    @Test
    void escape_severalLines_one() {
        assertThat(Markdown.escape("one\n# two\r\n\tthree\u2028four ")).isEqualTo("one \\# two three four");
    }
}
