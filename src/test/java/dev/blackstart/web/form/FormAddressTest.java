package dev.blackstart.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormAddressTest {

    @ParameterizedTest
    @CsvSource({ "/exercises/1/transitions,/exercises/1", "/exercises/1/timeline,/exercises/1/timeline/new",
            "/exercises/1/timeline/open/transitions,/exercises/1/timeline/open",
            "/exercises/1/expectations/a/judgements,/exercises/1/evaluation",
            "/exercises/1/call-trees/t/attempts/2/results,/exercises/1/call-trees/t", "/exercises/1/findings,/exercises/1/me",
            "/no-duff,/", "/exercises/1/hot-wash,/exercises/1/hot-wash",
            "/exercises/1/hot-wash/transitions,/exercises/1/hot-wash", "/calls/1/results,/calls",
            "/exercises/1/review/checklist,/exercises/1/review", "/exercises/1/review/transitions,/exercises/1/review",
            "/preparation/1/single-points,/preparation/1" })
    void pageOf_addressOfAForm_thePageItIsOn(String form, String page) {
        assertThat(FormAddress.pageOf(form)).isEqualTo(page);
    }

    @Test
    void ours_anotherHostOrNoAddress_null() {
        assertThat(FormAddress.ours("http://here:80/exercises/1?a=b", "here:80")).isEqualTo("/exercises/1?a=b");
        assertThat(FormAddress.ours("http://elsewhere/exercises/1", "here:80")).isNull();
        assertThat(FormAddress.ours("http://here:80//elsewhere/", "here:80")).isNull();
        assertThat(FormAddress.ours("javascript:alert(1)", "here:80")).isNull();
        assertThat(FormAddress.ours("http://here:80/a b", "here:80")).isNull();
        assertThat(FormAddress.ours(null, "here:80")).isNull();
    }
}
