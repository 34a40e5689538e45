package dev.blackstart.people;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.blackstart.problem.Problem;
import dev.blackstart.time.TimeZones;

/**
 * How somebody is reached, as it was written into a form, a call or a file: blanks at the ends are taken off, and what is left
 * empty is null.
 *
 * @param email an address
 * @param chat a Slack-compatible incoming webhook: https, and a secret
 * @param phone as people dial it
 * @param zone of the IANA database
 */
public record ContactMethods(String email, String chat, String phone, String zone) {

    public static final ContactMethods NONE = new ContactMethods(null, null, null, null);

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_CHAT = 2_000;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"\\p{Cntrl}]+@"
            + "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)*[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");

    /** Digits with what people put between them, and an extension at the end. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{1,40}(?:(?:ext\\.?|x|#) ?[0-9]{1,6})?");
    private static final int FEWEST_DIGITS = 3;
    private static final Pattern EXTENSION = Pattern.compile("(?:ext\\.?|x|#) ?([0-9]{1,6})$");

    /** The trunk zero, omitted when the country code is dialled: {@code +49 (0)30 1234567}. */
    private static final Pattern TRUNK_ZERO = Pattern.compile("^(\\+.*)\\(0\\)");

    public ContactMethods {
        email = bare(email);
        chat = bare(chat);
        phone = bare(phone);
        zone = bare(zone);
    }

    private static String bare(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Itself. @throws Problem 422 that names the first field that is wrong and tells them all */
    public ContactMethods checked() {
        FieldErrors flaws = new FieldErrors();
        check(flaws);
        flaws.refuse();
        return this;
    }

    /** Adds everything that is wrong. */
    public void check(FieldErrors flaws) {
        if (email != null && !isEmail(email)) {
            flaws.add("email", Invisible.complaint(email, "Enter a valid mail address, for example pia@example.org."));
        }
        if (chat != null && !isWebhook(chat)) {
            flaws.add("chat", "Enter a webhook address, for example https://hooks.example.org/services/…");
        }
        if (phone != null && !isPhone(phone)) {
            flaws.add("phone", "Enter a phone number, for example +49 30 1234567.");
        }
        if (zone != null && !isZone(zone)) {
            flaws.add("zone", TimeZones.unknown(zone));
        }
    }

    private static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && !Invisible.isIn(text) && text.indexOf('@') <= LONGEST_LOCAL_PART
                && EMAIL.matcher(text).matches()
                && !text.contains("..") && !text.startsWith(".") && !text.contains(".@");
    }

    /** Whether it may be called at all is decided where it is called; here only that it is an address of that kind. */
    private static boolean isWebhook(String text) {
        try {
            URI address = new URI(text);
            return text.length() <= LONGEST_CHAT && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null && address.getRawUserInfo() == null && address.getRawFragment() == null;
        } catch (URISyntaxException no) {
            return false;
        }
    }

    private static boolean isPhone(String text) {
        return PHONE.matcher(text).matches() && text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    /** A phone number as a link dials it (RFC 3966). @return null where there is none */
    public static String dialed(String phone) {
        if (phone == null) {
            return null;
        }
        Matcher extension = EXTENSION.matcher(phone);
        boolean extended = extension.find();
        String number = extended ? phone.substring(0, extension.start()) : phone;
        String digits = TRUNK_ZERO.matcher(number).replaceFirst("$1").replaceAll("[^+0-9]", "");
        return extended ? digits + ";ext=" + extension.group(1) : digits;
    }

    private static boolean isZone(String text) {
        try {
            return text.length() <= LONGEST_LOCAL_PART && ZoneId.of(text) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
