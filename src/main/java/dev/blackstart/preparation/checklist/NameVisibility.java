package dev.blackstart.preparation.checklist;

import java.util.Set;

/**
 * Whom the viewer is told by name beside an item. Where its team may not know of the exercise, somebody who is not of the team
 * answers for that exercise: a name would tell whom to ask what it is.
 *
 * @param known whose names are told; null for everybody's
 */
public record NameVisibility(Set<String> known) {

    public static final NameVisibility ALL = new NameVisibility(null);

    /** The person's key, or null where it is not told. */
    public String of(String person) {
        return known == null || person != null && known.contains(person) ? person : null;
    }
}
