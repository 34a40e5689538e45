package dev.blackstart.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.testsupport.Configured;

class SecretsTest {

    private static final String VALUE = "s3cr&t \"with/all+of=it";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TargetSecrets secrets = new TargetSecrets(
            Configured.with(Map.of("blackstart.secrets.api-key", VALUE, "blackstart.secrets.pin", "4711")));

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @Test
    void resolve_inTextsOfATree_valuesOnly() {
        JsonNode resolved = secrets
                .resolve(json("{'a': ['${secret:pin}', 7, {'b': 'x${secret:pin}y${secret:pin}'}], 'c': true}"));
        assertThat(resolved).isEqualTo(json("{'a': ['4711', 7, {'b': 'x4711y4711'}], 'c': true}"));
    }

    @Test
    void resolve_unknown_refusedAndNamedBefore() {
        assertThat(secrets.missing(json("{'a': '${secret:nope} ${secret:pin}', 'b': ['${secret:api.other}']}")))
                .containsExactly("api.other", "nope");
        assertThatExceptionOfType(TargetRefused.class).isThrownBy(() -> secrets.resolve("${secret:nope}"))
                .withMessage("Secret nope is not set; set blackstart.secrets.nope.");
    }

    @Test
    void resolve_otherExpressions_stayAsTheyAre() {
        assertThat(secrets.resolve("${company} $1 ${secret:} \\${x}")).isEqualTo("${company} $1 ${secret:} \\${x}");
    }

    @Test
    void resolveUrl_inside_percentEncoded() {
        assertThat(secrets.resolveUrl("http://host/?key=${secret:api-key}"))
                .isEqualTo("http://host/?key=s3cr%26t%20%22with%2Fall%2Bof%3Dit");
        assertThat(secrets.resolveUrl("${secret:pin}/x")).isEqualTo("4711/x");
    }

    @Test
    void mask_everyEncodedForm_gone() throws JsonProcessingException {
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        String said = String.join("\n", VALUE, URLEncoder.encode(VALUE, StandardCharsets.UTF_8),
                URLEncoder.encode(VALUE, StandardCharsets.UTF_8).replace("+", "%20"), JSON.writeValueAsString(VALUE),
                Base64.getEncoder().encodeToString(bytes), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        String masked = secrets.mask(said);
        assertThat(masked).doesNotContain("s3cr", "with", Base64.getEncoder().encodeToString(bytes).substring(2, 12))
                .contains("${secret:api-key}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a:", "us:", "usr:", "user:", "" })
    void mask_insideBase64OfSomethingLonger_gone(String before) {
        String encoded = Base64.getEncoder().encodeToString((before + VALUE + "!").getBytes(StandardCharsets.UTF_8));
        String masked = secrets.mask("Authorization: Basic " + encoded);
        String left = masked.replace("Authorization: Basic ", "").replace("${secret:api-key}", "");
        assertThat(masked).contains("${secret:api-key}");
        assertThat(left.length()).isLessThan(14);
    }

    @Test
    void mask_neverUsedYet_goneAsWell() {
        assertThat(secrets.mask("pin=4711;")).isEqualTo("pin=${secret:pin};");
        assertThat(secrets.mask(null)).isNull();
    }

    @Test
    void mask_oneContainedInAnother_longestFirst() {
        TargetSecrets two = new TargetSecrets(Configured.with(
                Map.of("blackstart.secrets.short", "pass", "blackstart.secrets.long", "password-of-all")));
        assertThat(two.mask("it is password-of-all")).isEqualTo("it is ${secret:long}");
    }

    @Test
    void maskCut_beginningOfASecretAtTheEnd_gone() {
        assertThat(secrets.maskCut("answer: " + VALUE.substring(0, 9))).isEqualTo("answer: ");
        assertThat(secrets.maskCut("nothing to see")).isEqualTo("nothing to see");
    }

    @Test
    void mask_keyOfSeveralLines_eachLineGone() {
        TargetSecrets key = new TargetSecrets(
                Configured.with(Map.of("blackstart.secrets.key", "-----BEGIN-----\nMIIEabcdef\n-----END-----")));
        assertThat(key.mask("1: MIIEabcdef")).isEqualTo("1: ${secret:key}");
    }

    @Test
    void hide_secretOfAnotherPlace_masked() {
        secrets.hide("${password of datasource orders}", "hunter22");
        assertThat(secrets.mask("user orders, password hunter22")).doesNotContain("hunter22");
    }
}
