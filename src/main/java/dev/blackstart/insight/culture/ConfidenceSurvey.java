package dev.blackstart.insight.culture;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.crypto.InstallationKey;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.Problem;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One question about a system: how confident are you to change it? A person has one answer a quarter; another one replaces it.
 */
@ApplicationScoped
public class ConfidenceSurvey {

    static final int HIGHEST = 5;
    private static final String HASH = "HmacSHA256";

    private final Clock clock;

    ConfidenceSurvey(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem 404 for an unknown system, 422 for a level outside 1 … 5 */
    @Transactional
    public void answer(String systemKey, Integer level, String person) {
        if (SystemEntry.byKey(systemKey) == null) {
            throw Problem.notFound();
        }
        if (level == null || level < 1 || level > HIGHEST) {
            throw Problem.invalid("level", "level lies between 1 (I would rather not touch it) and 5 (I change it any day).");
        }
        Quarter quarter = Quarter.of(clock.instant());
        String voice = voice(person, systemKey, quarter);
        SystemConfidence known = SystemConfidence.of(voice);
        if (known == null) {
            new SystemConfidence(systemKey, quarter, level, voice).persist();
        } else {
            known.say(level);
        }
    }

    private static String voice(String person, String systemKey, Quarter quarter) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(InstallationKey.CONFIDENCE.secret(), HASH));
            return HexFormat.of()
                    .formatHex(mac.doFinal((person + "|" + systemKey + "|" + quarter).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
