package dev.blackstart.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.problem.Problem;

class ContactMethodsTest {

    @ParameterizedTest
    @ValueSource(strings = { "pia@example.org", "p.rossi+game@mail.example.org", "o'neill@example.org", "pia@localhost" })
    void email_address_taken(String email) {
        assertThat(flaws(new ContactMethods(email, null, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "pia", "pia@", "@example.org", "pia rossi@example.org", "pia@example..org", "pia@-example.org",
            "pia@example.org, dana@example.org", "Pia <pia@example.org>", "pia@example.org\r\nBcc: x@example.org",
            ".pia@x.org" })
    void email_noAddress_refused(String email) {
        assertThat(flaws(new ContactMethods(email, null, null, null))).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://hooks.example.org/x", "ftp://hooks.example.org", "https://", "hooks.example.org",
            "https://user:pass@hooks.example.org/x", "https://hooks.example.org/x y", "javascript:alert(1)",
            "https://hooks.example.org/x#y" })
    void chat_noWebhook_refused(String chat) {
        assertThat(flaws(new ContactMethods(null, chat, null, null))).containsExactly("chat");
    }

    @ParameterizedTest
    @ValueSource(strings = { "+49 30 23125 101", "030/23125-101", "(030) 23125101", "110", "+1.555.0100 x12" })
    void phone_asPeopleDialIt_taken(String phone) {
        assertThat(flaws(new ContactMethods(null, null, phone, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "call me", "+", "12", "+49;ext=1", "=1+1", "tel:+49301234567" })
    void phone_noNumber_refused(String phone) {
        assertThat(flaws(new ContactMethods(null, null, phone, null))).containsExactly("phone");
    }

    @ParameterizedTest
    @CsvSource({ "+49 30 1234567, +49301234567", "(030) 123-45/67, 0301234567", "+49 (0)30 1234567, +49301234567",
            "030 1234567 ext. 12, 0301234567;ext=12", "+1 555 0100 x7, +15550100;ext=7", "1234, 1234" })
    void dialed_asPeopleWriteNumbers_oneThatAPhoneDials(String phone, String dialed) {
        assertThat(ContactMethods.dialed(phone)).isEqualTo(dialed);
    }

    @Test
    void blank_isNothing_andEndsAreTakenOff() {
        ContactMethods contactMethods = new ContactMethods(" ", "", "\t", "  Europe/Berlin ");
        assertThat(contactMethods).isEqualTo(new ContactMethods(null, null, null, "Europe/Berlin"));
        assertThat(flaws(contactMethods)).isEmpty();
        assertThat(ContactMethodType.of(contactMethods)).isEmpty();
        assertThat(ContactMethodType.of(new ContactMethods("a@b.c", "https://x.example/y", "110", null)))
                .extracting(ContactMethodType::key)
                .containsExactly("email", "webhook", "phone");
    }

    @Test
    void checked_severalWrong_toldAtOnce() {
        ContactMethods contactMethods = new ContactMethods("x", "y", "z", "Mars/Base");
        assertThat(flaws(contactMethods)).containsExactly("email", "chat", "phone", "zone");
        assertThatThrownBy(contactMethods::checked).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.field()).isEqualTo("email"));
    }

    private static List<String> flaws(ContactMethods contactMethods) {
        FieldErrors flaws = new FieldErrors();
        contactMethods.check(flaws);
        return flaws.all().stream().map(FieldErrors.Flaw::field).toList();
    }
}
