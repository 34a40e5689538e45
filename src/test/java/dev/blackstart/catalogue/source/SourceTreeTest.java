package dev.blackstart.catalogue.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTreeTest {

    private static SourceTree read(String text) {
        return SourceTree.read(text.getBytes(UTF_8));
    }

    private static Violation onlyProblem(byte[] bytes) {
        SourceTree tree = SourceTree.read(bytes);
        assertThat(tree.problems()).hasSize(1);
        return tree.problems().get(0);
    }

    private static Violation onlyProblem(String text) {
        return onlyProblem(text.getBytes(UTF_8));
    }

    @Test
    void read_knowsTheLineOfEverything() {
        SourceTree tree = read("""
                # a comment
                key: one

                drills:
                  - key: kill
                    targets: [a,
                      b]
                  - {key: cut, "a/b~c": 1}
                text: |
                  two
                  lines
                last: end
                """);
        assertThat(tree.problems()).isEmpty();
        assertThat(tree.line("")).isEqualTo(2);
        assertThat(tree.line("/drills")).isEqualTo(4);
        assertThat(tree.line("/drills/0/key")).isEqualTo(5);
        assertThat(tree.line("/drills/0/targets/0")).isEqualTo(6);
        assertThat(tree.line("/drills/0/targets/1")).isEqualTo(7);
        assertThat(tree.line("/drills/1/a~1b~0c")).isEqualTo(8);
        assertThat(tree.line("/last")).isEqualTo(12);
        assertThat(tree.line("/drills/1/nothing/here")).isEqualTo(8);
        assertThat(tree.root().path("text").asText()).isEqualTo("two\nlines\n");
    }

    @Test
    void read_yaml12_noSurprises() {
        SourceTree tree = read("[yes, no, on, 012, 0o14, 0x1F, 1_000, 1e3, ~, null, true, 2027-03-01, 09:00-16:00, -P7D, '5']");
        assertThat(tree.problems()).isEmpty();
        assertThat(tree.root()).hasToString(
                "[\"yes\",\"no\",\"on\",12,12,31,\"1_000\",1000.0,null,null,true,\"2027-03-01\",\"09:00-16:00\",\"-P7D\",\"5\"]");
    }

    @Test
    void read_jsonWithTabsAndEscapes_sameTreeAsYaml() {
        SourceTree json = read("{\n\t\"key\":\t\"a\\/b\",\n\t\"text\": \"\\ud83c\\udf0b \\u00fc\"\n}");
        assertThat(json.problems()).isEmpty();
        assertThat(json.root()).isEqualTo(read("key: a/b\ntext: 🌋 ü\n").root());
        assertThat(json.line("/text")).isEqualTo(3);
    }

    @Test
    void read_byteOrderMark_ignored() {
        assertThat(read("\uFEFFkey: a").root().path("key").asText()).isEqualTo("a");
    }

    @Test
    void read_emojiAndRightToLeft_kept() {
        assertThat(read("text: 👩‍🚒 שלום 🏴󠁧󠁢󠁳󠁣󠁴󠁿").root().path("text").asText()).isEqualTo("👩‍🚒 שלום 🏴󠁧󠁢󠁳󠁣󠁴󠁿");
    }

    @Test
    void read_keyTwice_toldAndTheFirstKept() {
        SourceTree tree = read("a: 1\nb:\n  c: 2\n  c: 3\na: 4\n");
        assertThat(tree.problems()).extracting(Violation::toString).containsExactly(
                "line 4 (/b/c): 'c' is written twice in the same object; the first stands on line 3.",
                "line 5 (/a): 'a' is written twice in the same object; the first stands on line 1.");
        assertThat(tree.root()).hasToString("{\"a\":1,\"b\":{\"c\":2}}");
    }

    @Test
    void read_secondDocument_refused() {
        assertThat(onlyProblem("a: 1\n---\nb: 2\n"))
                .hasToString("line 2: A second document begins here; write one plan a file.");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("a:\n\tb: 1", 2, "A tab stands here; YAML is indented with spaces."),
                Arguments.of("a: 1\nb: @home", 2, "A text cannot begin with '@'; put it in quotes."),
                Arguments.of("a: 1\nb: c: d", 2,
                        "A ': ' stands where none can be; put the text in quotes, or look at the indentation."),
                Arguments.of("a: [1, 2\nb: 3", 2, "A list or object in brackets is not closed, or a comma is missing."),
                Arguments.of("a: 1\nb: \"open", 2, "The file ends in the middle of a text; a quote is not closed."),
                Arguments.of("a:\n  - b\n c: d", 3, "The indentation does not fit the lines above."),
                Arguments.of("", 1, "The file is empty."),
                Arguments.of("# nothing", 1, "The file is empty."),
                Arguments.of("a: *b", 1, "'*b' repeats something that is not complete above; name an anchor '&b' first."),
                Arguments.of("a: &a [*a]", 1, "'*a' repeats something that is not complete above; name an anchor '&a' first."),
                Arguments.of("a: 1\nb: !!binary aGk=", 2, "Tags are not used in plans; to make a text of it, use quotes."),
                Arguments.of("a: 1\n? [b]\n: c", 2, "A key is a plain word here, no list, object or alias."),
                Arguments.of("a: 9007199254740993", 1, "The number is too large; if it is a text, put it in quotes."),
                Arguments.of("a: 1\n\"b\\0\": 2", 2,
                        "The text contains the character U+0000, which cannot be shown; take it out."),
                Arguments.of("a: 1\n? " + "x".repeat(2_000) + "\n: 2", 2,
                        "A key has more than 1000 characters; no plan needs that."),
                Arguments.of("a: .nan", 1, "The number cannot be used; if it is a text, put it in quotes."),
                Arguments.of("a: 1e999", 1, "The number cannot be used; if it is a text, put it in quotes."),
                Arguments.of("a: 1\nb: \"\\0\"", 2,
                        "The text contains the character U+0000, which cannot be shown; take it out."),
                Arguments.of("a: \"\\ud83d\"", 1,
                        "The text contains the character U+D83D, which cannot be shown; take it out."));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void read_broken_toldWithItsLine(String text, int line, String message) {
        Violation problem = onlyProblem(text == null ? "" : text);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.line()).isEqualTo(line);
    }

    @Test
    void read_bellInTheText_toldWithItsLine() {
        assertThat(onlyProblem("a: 1\nb: \u0007\n"))
                .hasToString("line 2: The character U+0007 is not allowed in YAML; take it out.");
    }

    @Test
    void read_notUtf8_refused() {
        assertThat(onlyProblem("a: 1\nb: Übung".getBytes(ISO_8859_1)))
                .hasToString("line 2: This is not UTF-8; save the file in UTF-8.");
        assertThat(onlyProblem("a: 1".getBytes(UTF_16)).message()).contains("not UTF-8");
    }

    @Test
    void read_anchors_repeated() {
        SourceTree tree = read("a: &who [pia, pete]\nb: *who\nc: &text hello\nd: *text\n");
        assertThat(tree.problems()).isEmpty();
        assertThat(tree.root().path("b")).isEqualTo(tree.root().path("a"));
        assertThat(tree.root().path("d").asText()).isEqualTo("hello");
        assertThat(tree.line("/b/1")).isEqualTo(2);
    }

    @Test
    @Timeout(5)
    void read_bombOfLists_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        assertThat(onlyProblem(bomb.toString()).message()).startsWith("The file unfolds to more than 30,000 values");
    }

    @Test
    @Timeout(5)
    void read_bombOfOneLongText_refused() {
        String bomb = "a: &a " + "x".repeat(500_000) + "\nb: [" + "*a,".repeat(1_000) + "]\n";
        assertThat(onlyProblem(bomb).line()).isEqualTo(2);
    }

    @Test
    @Timeout(5)
    void read_deep_refused() {
        assertThat(onlyProblem("[".repeat(400_000)).message())
                .isEqualTo("This is nested more than 40 deep; no plan needs that.");
        StringBuilder chain = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i < 60; i++) {
            chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        assertThat(onlyProblem(chain.toString()).message()).contains("more than 40 deep");
    }

    @Test
    @Timeout(5)
    void read_endlessList_refusedAtItsLimit() {
        assertThat(onlyProblem("a:\n" + "- {}\n".repeat(190_000)))
                .hasToString("line 5002: A list has more than 5,000 entries; no plan needs that.");
    }

    @Test
    void read_fiftyMegabytes_refusedUnread() {
        byte[] large = new byte[50_000_000];
        long begin = System.nanoTime();
        Violation problem = onlyProblem(large);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(200));
        assertThat(problem.message()).isEqualTo("The file has 50,000,000 bytes; at most 1,000,000 are read.");
    }

    /** The reader's buffer ends in the middle of a pair, or of the text before it. */
    @Test
    void read_emojiAtEveryOffset_sameTreeAndLines() {
        String plan = "key: one\nname: \"two \uD83D\uDD25\"\nlist: [a, \uD83D\uDD25]\nlast: end\n";
        for (int offset : IntStream.concat(IntStream.rangeClosed(1_000, 1_100), IntStream.rangeClosed(2_030, 2_060))
                .toArray()) {
            SourceTree tree = read("# " + "x".repeat(offset - 2) + "\uD83D\uDD25\n" + plan);
            assertThat(tree.problems()).as("offset %d", offset).isEmpty();
            assertThat(tree.root()).as("offset %d", offset).isEqualTo(read(plan).root());
            assertThat(tree.line("/last")).isEqualTo(5);
            SourceTree inText = read("text: \"" + "x".repeat(offset - 7) + "\uD83D\uDD25\"\n" + plan);
            assertThat(inText.root().path("text").asText()).as("offset %d", offset).endsWith("x\uD83D\uDD25");
            assertThat(inText.line("/last")).isEqualTo(5);
        }
        assertThat(onlyProblem("a: \"" + "\uD83D\uDD25".repeat(1_030) + "\"\nb: \u0007\n").line()).isEqualTo(2);
    }

    @Test
    void read_textCutAtAHash_doubtedWithItsLine() {
        assertThat(read("a: 1\nsubject: Incident #4711 in zone a\n").doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.line()).isEqualTo(2);
            assertThat(doubt.pointer()).isEqualTo("/subject");
            assertThat(doubt.message()).contains("ends before ' #'", "#4711 in zone a", "quotes");
        });
        assertThat(read("\uD83D\uDD25: b # c\nlist:\n  - two   #3\n  - three\n").doubts()).extracting(Violation::pointer)
                .containsExactly("/\uD83D\uDD25", "/list/0");
        assertThat(read("key: orders   # what it is\n# whole\nn: 5 #6\nq: \"a\" #b\nc: a#b\nlast: end").doubts()).isEmpty();
    }

    @Test
    void read_mergeKey_toldInOneSentence() {
        Violation problem = onlyProblem("base: &base {a: 1}\nother:\n  <<: *base\n  b: 2\n");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.message()).startsWith("Merge keys ('<<') are not supported");
        assertThat(read("\"<<\": 1").problems()).isEmpty();
    }
}
