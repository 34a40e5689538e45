package dev.blackstart.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;

import jakarta.mail.internet.MimeUtility;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.notify.webhook.WebhookChannel;

class SubjectTest {

    @ParameterizedTest
    @ValueSource(ints = { 1, 13, 152, 200 })
    void encoded_longCjk_linesOfAtMost76CharactersThatReadTheSame(int characters) throws UnsupportedEncodingException {
        String subject = "訓".repeat(characters);
        String head = "Subject: " + Subject.encoded(subject);
        assertThat(head.split("\r\n")).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(head.substring(9)))).isEqualTo(subject);
    }

    @Test
    void encoded_surrogatePairs_areNotSplit() throws UnsupportedEncodingException {
        String subject = "🔥".repeat(187);
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(Subject.encoded(subject)))).isEqualTo(subject);
    }

    @Test
    void headed_markInSubjectAndText_isThereOnce() {
        assertThat(WebhookChannel.headed("MARK: Subject", "MARK\nText")).isEqualTo("MARK: Subject\nText");
        assertThat(WebhookChannel.headed("Subject", "Text")).isEqualTo("Subject\nText");
        assertThat(WebhookChannel.headed(null, "Text")).isEqualTo("Text");
    }
}
