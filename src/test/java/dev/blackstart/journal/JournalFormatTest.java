package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/**
 * A chain of format 2, kept literally: if one of these hashes changes, journals that were written before cannot be verified.
 */
class JournalFormatTest {

    static WrittenJournal chain() {
        return new WrittenJournal(UUID.fromString("00000000-0000-4000-8000-000000000002"),
                Instant.parse("2027-03-01T09:00:00.123456Z")).at("PT0S").entry("startex", "dana", "{}")
                .at("PT5M")
                .entry("item-released", "blackstart",
                        """
                                {'item':'open','body':{'message':{'to':['team:storage'],'text':'Orders fail. é'}},'due':'PT5M','by':'clock'}""")
                .at("PT6M").entry(Audience.person("pia"), "contact-notified", "blackstart",
                        "{'attempt':'a1','subject':'Can you be reached?'}")
                .at("PT7M", "PT8M").entry(Audience.ROSTER, "finding-logged", "pia", """
                        {'finding':'f1','text':'The pager was silent.','severity':'sev2','observedAt':'2027-03-01T09:06:30Z',
                        'observedClock':'PT6M30S'}""")
                .entry("contact-broken", "blackstart",
                        "{'tree':'t','activation':'x','contact':'c','name':'pia for storage','people':['pia','pete']}");
    }

    @Test
    void hashes_ofAKnownChain_neverChange() {
        assertThat(chain().entries()).extracting(entry -> entry.hash).containsExactly(
                "6a9223355bd0669d10c4cab461f63eb2e492430cf241b9e08ec3a92966f5e96c",
                "fc77ee747a83e29c1d4888cc98acbd8e28a086f8104a734b80625071745d44ab",
                "b206cfe02a99d2c957287418a83d7266f57cfbc652dd60ab099d5ef2454509cd",
                "15ae3eec814807bd6e34aef426f494f6962238c1333a0b5777681769a22d9cd2",
                "1f6456bdf435f7c710f7e5618b401b5965fd98edb0df56cff5af2074c79e788f");
    }
}
