package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown that people write, and that people who mean harm write. */
class ProseTest {

    @Test
    void html_markdown_asItReads() {
        Element read = read("# Done\nfirst **bold** `code`\nsecond\n\n- one\n- two\n\n> said\n\n```\n<b>\n```");
        assertThat(read.select("h3").text()).as("below the page's own headings").isEqualTo("Done");
        assertThat(read.select("strong").text()).isEqualTo("bold");
        assertThat(read.select("p").first().select("br")).as("a broken line stays broken").hasSize(1);
        assertThat(read.select("li")).hasSize(2);
        assertThat(read.select("blockquote").text()).isEqualTo("said");
        assertThat(read.select("pre code").text()).isEqualTo("<b>");
        assertThat(read("###### deep").select("h6")).hasSize(1);
    }

    @Test
    void html_table_asATableThatScrolls_harmlessInItsCells() {
        Element read = read("| Node | Lag |\n|:--|--:|\n| a | 3 s |\n| <img src=x> [b](javascript:x) | **9 s** |\n\nAfter.");
        assertThat(read.select("div.table-wrap > table.table > thead th").eachText()).containsExactly("Node", "Lag");
        assertThat(read.select("tbody tr")).hasSize(2);
        assertThat(read.select("tbody td[align=right] strong").text()).isEqualTo("9 s");
        assertThat(read.select("img, a, [style]")).isEmpty();
        assertThat(read.select("p").last().text()).isEqualTo("After.");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://wiki.example/a_b_c?d=1&e=2", "[it](https://wiki.example/a_b_c?d=1&e=2)",
            "<https://wiki.example/a_b_c?d=1&e=2>" })
    void html_address_followedWithoutTellingWhereFrom(String written) {
        Element link = read("See " + written + ".").select("a").first();
        assertThat(link.attr("href")).isEqualTo("https://wiki.example/a_b_c?d=1&e=2");
        assertThat(link.attr("rel")).isEqualTo("noopener noreferrer");
        assertThat(read("See " + written + ".").text()).endsWith(".");
    }

    @Test
    void html_ownPageAndMail_followed() {
        assertThat(read("[point](/single-points/1)").select("a").attr("href")).isEqualTo("/single-points/1");
        assertThat(read("[tess](mailto:tess@example.org)").select("a").attr("href")).isEqualTo("mailto:tess@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = { "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](&#106;avascript:alert(1))",
            "[x](<java\tscript:alert(1)>)", "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:x)",
            "[x](//evil.example)",
            "[x](/\\evil.example)", "[x](file:///etc/passwd)", "<javascript:alert(1)>", "[x][r]\n\n[r]: javascript:alert(1)",
            "![x](javascript:alert(1))", "[x]( javascript:alert(1))", "[x](relative)" })
    void html_anyOtherAddress_notFollowed(String written) {
        assertThat(read(written).select("a[href], img, script")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<style>*{display:none}</style>",
            "<a href=\"javascript:alert(1)\">x</a>", "<svg/onload=alert(1)>", "<!-- x --><iframe src=//evil.example>",
            "[<img src=x onerror=alert(1)>](https://a.example)", "`<script>`", "```html\" onmouseover=\"x\n<script>\n```",
            "[x](https://a.example \"t\\\" onmouseover=\\\"alert(1)\")", "[x](<https://a.example\" onmouseover=\"alert(1)>)",
            "https://a.example/\"onmouseover=\"x", "<div\n\n<script>x</script>" })
    void html_htmlOfTheirOwn_staysText(String written) {
        Element read = read(written);
        assertThat(read.select("script, img, style, iframe, svg, [onerror], [onload], [onmouseover]")).isEmpty();
        assertThat(read.select("*").stream().flatMap(one -> one.attributes().asList().stream()).map(one -> one.getKey()))
                .isSubsetOf("href", "rel", "class");
    }

    @Test
    void html_picture_linkThatIsNotLoaded() {
        Element read = read("![a graph](https://elsewhere.example/g.png) ![](https://elsewhere.example/h.png)");
        assertThat(read.select("img")).isEmpty();
        assertThat(read.select("a").eachAttr("href")).containsExactly("https://elsewhere.example/g.png",
                "https://elsewhere.example/h.png");
        assertThat(read.select("a").eachText()).containsExactly("a graph", "https://elsewhere.example/h.png");
        assertThat(read("[![b](https://e.example/b.png)](https://e.example)").select("a a")).isEmpty();
        assertThat(read("![https://e.example/c](https://e.example/b.png)").select("a")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { ">", "- ", "*", "**a ", "[", "![", "![a](", "`", "_a ", "1. ", "\t", "[a](<b", "*a **a ", "<",
            "&" })
    void html_nestedTenThousandTimes_answersAtOnce(String unit) {
        String written = unit.repeat(20_000 / unit.length());
        assertThatCode(() -> Prose.html(written + "x")).doesNotThrowAnyException();
        assertThatCode(() -> Prose.html("*a ".repeat(3_000) + "b* ".repeat(3_000))).doesNotThrowAnyException();
    }

    private static Element read(String markdown) {
        return Jsoup.parseBodyFragment(Prose.html(markdown)).body();
    }
}
