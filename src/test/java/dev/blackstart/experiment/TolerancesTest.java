package dev.blackstart.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

class TolerancesTest {

    private static final String HTTP = "{'status':200,'headers':{},'body':{'state':'ok','orders':[{'id':1},{'id':2}]}}";
    private static final String PROCESS = "{'status':3,'stdout':'17\\n','stderr':''}";

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static boolean isMet(String tolerance, String output) {
        Tolerances tolerances = new Tolerances(
                new Substitution(Map.of("state", TextNode.valueOf("ok"), "word", TextNode.valueOf("o.k"))),
                (provider, value) -> provider.path("answer"));
        return tolerances.isMet(json(tolerance), json(output));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '§', value = {
            "200^true", "201^false", "[200,204]^true", "[201,404]^false", "[100,300]^false", "true^false", "'ok'^false",
            "{'type':'jsonpath','path':'$.state','target':'body'}^true",
            "{'type':'jsonpath','path':'$.nothing','target':'body'}^false",
            "{'type':'jsonpath','path':'$.state','target':'body','expect':'ok'}^true",
            "{'type':'jsonpath','path':'$.state','target':'body','expect':'${state}'}^true",
            "{'type':'jsonpath','path':'$.orders[*].id','target':'body','expect':[1,2]}^true",
            "{'type':'jsonpath','path':'$.orders[*].id','target':'body','expect':[2,1]}^false",
            "{'type':'jsonpath','path':'$.orders[*].id','target':'body','expect':1}^false",
            "{'type':'jsonpath','path':'$.orders[*]','target':'body','count':2}^true",
            "{'type':'jsonpath','path':'$.orders[*]','target':'body','count':3}^false",
            "{'type':'jsonpath','path':'$.orders[*].id','target':'body','count':3,'expect':[1,2]}^true",
            "{'type':'jsonpath','path':'$[','target':'body'}^false",
            "{'type':'range','range':[200,299],'target':'status'}^true",
            "{'type':'range','range':[1,2],'target':'body'}^false",
            "{'type':'regex','pattern':'state','target':'body'}^true",
            "{'type':'regex','pattern':'\\\\d{4}'}^false",
            "{'type':'probe','provider':{'answer':true}}^true", "{'type':'probe','provider':{'answer':''}}^false",
            "{'type':'probe','provider':{'answer':[0]}}^true", "{'type':'probe','provider':{'answer':0}}^false" })
    void http_everyKind(String tolerance, boolean met) {
        assertThat(isMet(tolerance, HTTP)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '§', value = {
            "{'type':'range','range':[1,2]}^1e999", "1e3^1e999", "{'type':'regex','pattern':'${broken}'}^'a'" })
    void comparison_thatCannotBeMade_notMet(String tolerance, String output) {
        Tolerances tolerances = new Tolerances(new Substitution(Map.of("broken", TextNode.valueOf("("))), (one, other) -> one);
        assertThat(tolerances.isMet(json(tolerance), json(output))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '§', value = {
            "3^true", "[0,5]^false", "[0,3]^true", "{'type':'range','range':[17,17],'target':'stdout'}^true",
            "{'type':'range','range':[18,20],'target':'stdout'}^false",
            "{'type':'regex','pattern':'1\\\\d','target':'stdout'}^true",
            "{'type':'regex','pattern':'x','target':'stderr'}^false", "{'type':'jsonpath','path':'$','target':'stdout'}^true" })
    void process_statusInListIsNoRange(String tolerance, boolean met) {
        assertThat(isMet(tolerance, PROCESS)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '§', value = { "true^true^true", "'ok'^'ok'^true", "'${state}'^'ok'^true",
            "3^3.0^true",
            "[1,5]^3.5^true", "[1,5]^6^false", "['a','b','c']^'b'^true", "['a','b','c']^'d'^false",
            "{'type':'range','range':[0.1,0.2]}^0.1^true", "{'type':'regex','pattern':'${word}'}^'o-k'^true" })
    void plainValues(String tolerance, String output, boolean met) {
        assertThat(isMet(tolerance, output)).isEqualTo(met);
    }

    @Test
    @Timeout(20)
    void regex_catastrophic_givenUpAndNotMet() {
        assertThat(isMet("{'type':'regex','pattern':'(a+)+$'}", "'" + "a".repeat(60) + "b'")).isFalse();
    }

    @Test
    void substitution_wholeNameKeepsItsType_unknownStays() {
        Substitution values = new Substitution(Map.of("n", json("3"), "list", json("[1,2]")));
        assertThat(values.in(json("{'a':'${n}','b':'x${n}','c':['${list}','${other}','$n']}")))
                .isEqualTo(json("{'a':3,'b':'x3','c':[[1,2],'${other}','$n']}"));
        assertThat(values.unknown(json("['${n}','${other}','${secret:X}']"))).containsExactly("other");
    }

    @Test
    void bindings_probesInTheirOrder_knowWhatIsBoundBefore() {
        JsonNode experiment = json("{'configuration':{'second':{'type':'probe','provider':{'url':'${third}/${t}'}},"
                + "'gone':{'type':'probe','provider':{}},'fourth':{'type':'probe','provider':{'url':'${second}'}},'third':'3',"
                + "'given':{'type':'probe','provider':{}}},'secrets':{'s':{'t':{'type':'env','key':'T'}}}}");
        Bindings bindings = Bindings.of(experiment, json("{'given':'g'}"), (name, probe, values) -> name.equals("gone") ? null
                : values.in(probe.path("provider").path("url")));
        assertThat(bindings.values()).containsEntry("second", TextNode.valueOf("3/${secret:T}"))
                .containsEntry("fourth", TextNode.valueOf("3/${secret:T}")).containsEntry("given", TextNode.valueOf("g"))
                .doesNotContainKey("gone");
        assertThat(Bindings.measured(experiment, json("{'given':'g'}"))).containsExactly("second", "gone", "fourth");
        assertThat(bindings.unbound()).isEmpty();
    }

    @Test
    void bindings_environmentIsNeverRead_givenOrDefaultOrUnbound() {
        JsonNode experiment = json(
                "{'configuration':{'plain':1,'path':{'type':'env','key':'PATH'},'count':{'type':'env','key':'C',"
                        + "'env_var_type':'int','default':'5'},'given':{'type':'env','key':'G','env_var_type':'bool'},"
                        + "'measured':{'type':'probe','provider':{}}},'secrets':{'s':{'token':{'type':'env','key':'TOKEN'},'raw':'x',"
                        + "'vault':{'type':'vault','path':'p'},'plain':'hidden'}}}");
        Bindings bindings = Bindings.of(experiment, json("{'given':'true','extra':'e'}"),
                (name, probe, values) -> TextNode.valueOf("m"));
        assertThat(bindings.values()).containsEntry("plain", json("1")).containsEntry("given", json("true"))
                .containsEntry("measured", json("'m'")).containsEntry("extra", json("'e'"))
                .containsEntry("token", TextNode.valueOf("${secret:TOKEN}")).hasSize(6);
        assertThat(bindings.values().get("count").isIntegralNumber()).isTrue();
        assertThat(bindings.unbound()).hasSize(4).anyMatch(one -> one.contains("'path' has no value"))
                .anyMatch(one -> one.contains("'raw' stands in the plan")).anyMatch(one -> one.contains("'vault' is in Vault"))
                .noneMatch(one -> one.contains("hidden"));
    }
}
