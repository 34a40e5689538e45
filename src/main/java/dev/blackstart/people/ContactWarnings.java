package dev.blackstart.people;

import java.util.Collection;
import java.util.List;

import dev.blackstart.people.FieldErrors.Flaw;

/** What looks wrong about how somebody is reached. It is kept all the same: only people know. */
public final class ContactWarnings {

    /** A shorter one is an extension, which has no country code. */
    private static final int FEWEST_DIGITS = 7;

    private ContactWarnings() {
    }

    /** Of the channels as they are kept. */
    public static List<Flaw> of(Person person) {
        FieldErrors flaws = new FieldErrors();
        phone(person.phone, flaws);
        email(person.email == null ? List.of() : Person.othersWithEmail(person.email, person.key), flaws);
        return flaws.warnings();
    }

    /** A spreadsheet that takes a phone for a number drops the plus sign and the first zero. */
    public static void phone(String phone, FieldErrors flaws) {
        if (phone != null && phone.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                && !phone.matches("[(]?[+0].*")) {
            flaws.warn("phone", ("%s looks like a number without country code; write it with one, for example +49 30 1234567."
                    + " Spreadsheets drop the plus sign and a first zero.").formatted(phone));
        }
    }

    /** @param others keys of people who have the same address */
    public static void email(Collection<String> others, FieldErrors flaws) {
        if (!others.isEmpty()) {
            flaws.warn("email", "%s %s this mail address too; check whose it is.".formatted(String.join(", ", others),
                    others.size() == 1 ? "has" : "have"));
        }
    }
}
