package dev.blackstart.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found is what {@code re.search} of Python 3.11 finds. */
class PythonRegexTest {

    private static Stream<org.junit.jupiter.params.provider.Arguments> searches() {
        return Stream.of(
                arguments("(?P<my_word>\\w+)-(?P=my_word)", "ab-ab", true),
                arguments("(?P<my_word>\\w+)-(?P=my_word)", "ab-cd", false),
                arguments("(?P<a>x)(?P<b_1>y)\\2\\1", "xyyx", true),
                arguments("(?P<a>x)(?P<b_1>y)\\2\\1", "xyxy", false),
                arguments("ok\\Z", "ok", true),
                arguments("ok\\Z", "ok\n", false),
                arguments("ok$", "ok\n", true),
                arguments("ok$", "ok\r\n", false),
                arguments("ok$", "ok\n\n", false),
                arguments("(?m)^b$", "a\nb\nc", true),
                arguments("(?m)^b$", "a\rb\rc", false),
                arguments("(?m)\\n^$", "a\n", true),
                arguments("(?m)\\n^$", "a", false),
                arguments("a.b", "a\rb", true),
                arguments("a.b", "a\nb", false),
                arguments("a.b", "a\u2028b", true),
                arguments("(?s)a.b", "a\nb", true),
                arguments("^\\d{3}$", "٣٤٥", true),
                arguments("^\\d{3}$", "12", false),
                arguments("(?a)^\\d+$", "٣", false),
                arguments("(?a)^\\d+$", "3", true),
                arguments("^\\w+$", "Grüße", true),
                arguments("^\\w+$", "a-b", false),
                arguments("(?i)straße", "STRASSE", false),
                arguments("(?i)straße", "Straße", true),
                arguments("(?i)straße", "STRAßE", true),
                arguments("(?i)éa", "ÉA", true),
                arguments("(?i)éa", "ea", false),
                arguments("(?ai)é", "É", false),
                arguments("(?ai)é", "é", true),
                arguments("x(?i:Y)z", "xyz", true),
                arguments("x(?i:Y)z", "xYz", true),
                arguments("x(?i:Y)z", "xyZ", false),
                arguments("(?i:a(?-i:b))", "Ab", true),
                arguments("(?i:a(?-i:b))", "AB", false),
                arguments("{\"state\": \"ok\"}", "{\"state\": \"ok\"}", true),
                arguments("{\"state\": \"ok\"}", "x", false),
                arguments("a{,2}b", "b", true),
                arguments("a{,2}b", "aab", true),
                arguments("a{,2}b", "c", false),
                arguments("^a{,2}b", "aaab", false),
                arguments("^a{,2}b", "aab", true),
                arguments("a{2,}", "aa", true),
                arguments("a{2,}", "a", false),
                arguments("a{1,x}", "a{1,x}", true),
                arguments("a{1,x}", "a", false),
                arguments("a{}", "a{}", true),
                arguments("a{}", "a", false),
                arguments("^a{,}$", "aaa", true),
                arguments("^a{,}$", "b", false),
                arguments("${word}", "${word}", false),
                arguments("${word}", "word", false),
                arguments("[[]x[]]", "[x]", true),
                arguments("[[]x[]]", "x", false),
                arguments("[]a]", "]", true),
                arguments("[]a]", "b", false),
                arguments("[^]a]", "]a", false),
                arguments("[^]a]", "]b", true),
                arguments("[a&&b]", "&", true),
                arguments("[a&&b]", "c", false),
                arguments("^[a-c-e]$", "b", true),
                arguments("^[a-c-e]$", "-", true),
                arguments("^[a-c-e]$", "d", false),
                arguments("^[a-c-e]$", "e", true),
                arguments("[\\w-]", "-", true),
                arguments("[\\w-]", "!", false),
                arguments("[\\b]", "\b", true),
                arguments("[\\b]", "b", false),
                arguments("[\\d\\s]", "4", true),
                arguments("[\\d\\s]", " ", true),
                arguments("[\\d\\s]", "x", false),
                arguments("[^\\W\\d_]", "5_", false),
                arguments("[^\\W\\d_]", "5a", true),
                arguments("(?x) a  b # a comment (", "ab", true),
                arguments("(?x) a  b # a comment (", "a b", false),
                arguments("(?x) [ #] \\  \\# ", "# #", true),
                arguments("(?x) [ #] \\  \\# ", "#  #", true),
                arguments("(?x) [ #] \\  \\# ", "x", false),
                arguments("(?x:a b)c d", "abc d", true),
                arguments("(?x:a b)c d", "a bc d", false),
                arguments("a(?#a (comment)b", "ab", true),
                arguments("a(?#a (comment)b", "a", false),
                arguments("\\vx", "\u000bx", true),
                arguments("\\vx", "\nx", false),
                arguments("\\x41\\u00e9\\U0001F600\\101\\0", "Aé😀A\u0000", true),
                arguments("\\x41\\u00e9\\U0001F600\\101\\0", "A", false),
                arguments("\\N{EM DASH}", "—", true),
                arguments("\\N{EM DASH}", "-", false),
                arguments("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "abcdefghijj", true),
                arguments("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "abcdefghija0", false),
                arguments("(a)\\1b", "aab", true),
                arguments("(a)\\1b", "ab", false),
                arguments("(?>a+)b", "aab", true),
                arguments("(?>a+)b", "aac", false),
                arguments("a++b", "aab", true),
                arguments("(?<=a)b(?!c)", "ab", true),
                arguments("(?<=a)b(?!c)", "abc", false),
                arguments("(?<=a)b(?!c)", "b", false),
                arguments("\\bcafé\\b", "un café!", true),
                arguments("\\bcafé\\b", "cafés", false),
                arguments("a|b(?:c|d)", "bd", true),
                arguments("a|b(?:c|d)", "b", false),
                arguments("\\-\\/\\\"\\_\\<", "-/\"_<", true),
                arguments("\\-\\/\\\"\\_\\<", "x", false),
                arguments("[\\-\\]\\^\\\\]+$", "-]^\\", true),
                arguments("[\\-\\]\\^\\\\]+$", "x", false),
                arguments("\\.\\*\\{", ".*{", true),
                arguments("\\.\\*\\{", "x*{", false));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void search_findsWhatPythonFinds(String pattern, String text, boolean found) {
        assertThat(PythonRegex.compile(pattern).matcher(text).find()).as(PythonRegex.java(pattern)).isEqualTo(found);
    }

    /** As in Python before 3.11, which warned of it. */
    @ParameterizedTest
    @CsvSource({ "a(?i)b,AB,true", "a.b(?s),'a\nb',true", "(a b(?x)),ab,true", "a(?i)b,xx,false" })
    void flag_inTheMiddle_holdsForTheWholeExpression(String pattern, String text, boolean found) {
        assertThat(PythonRegex.compile(pattern).matcher(text.replace("\\n", "\n")).find()).isEqualTo(found);
    }

    private static Stream<org.junit.jupiter.params.provider.Arguments> refused() {
        return Stream.of(
                arguments("a(?(1)b|c)", "condition"),
                arguments("(a)?(?(1)b|c)", "write both alternatives out"),
                arguments("(?P<a>x)(?P<a>y)", "Two groups are named 'a'"),
                arguments("\\h", "no escape '\\h'"),
                arguments("\\p{L}", "no escape '\\p'"),
                arguments("[a", "opened and not closed"),
                arguments("[\\w-a]", "lowest first"),
                arguments("[z-a]", "lowest first"),
                arguments("(", "opened and not closed"),
                arguments(")", "closed and not opened"),
                arguments("(?<n>x)", "a named group is (?P<name>"),
                arguments("\\2(a)(b)", "no group 2"),
                arguments("(?P=x)", "no group 'x'"),
                arguments("(?L)a", "for bytes"),
                arguments("(?a)x(?u)", "exclude each other"),
                arguments("\\400", "at most \\377"),
                arguments("\\x4", "2 hexadecimal digits"),
                arguments("(?P<1>a)", "'1' is no name"),
                arguments("(?-i)a", "for a group only"),
                arguments("\\", "backslash is at the end"),
                arguments("(?#x", "comment is opened"),
                arguments("[\\8]", "no escape '\\8'"),
                arguments("\\N{NO SUCH}", "no character named 'NO SUCH'"),
                arguments("*a", "Dangling"),
                arguments("x{3,2}", "Illegal repetition"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void compile_whatPythonRefusesOrJavaCannotSay_saysWhy(String pattern, String message) {
        assertThatExceptionOfType(PatternSyntaxException.class).isThrownBy(() -> PythonRegex.compile(pattern))
                .satisfies(broken -> assertThat(broken.getDescription()).contains(message));
    }

    @Test
    void compile_deepOrLong_refused() {
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> PythonRegex.compile("(".repeat(50_000) + ")".repeat(50_000)))
                .withMessageContaining("More than 100 groups");
        assertThatExceptionOfType(PatternSyntaxException.class).isThrownBy(() -> PythonRegex.compile("a.b?".repeat(200_000)))
                .withMessageContaining("Stack overflow during pattern compilation");
    }

    @Test
    void java_withoutNeed_isLeftAsItIs() {
        assertThat(PythonRegex.java("(?P<word>hello)|[a-z_]+ x{2}")).isEqualTo("(?<word>hello)|[a-z_]+ x{2}");
        assertThat(PythonRegex.java("\\d.\\Z")).isEqualTo("(?dU)\\d.\\z");
    }
}
