package dev.blackstart.followup.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.followup.defect.Defect;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.Choice;

/**
 * An offer as its owner sees it: the title of the defect, and the report that tells more.
 *
 * @param defect reference of the defect
 * @param report address of the report, which was published to the owner
 * @param systemName name of the system that is asked about
 * @param answer yes, no or unknown; null while nobody answered
 * @param opened reference of the defect that a yes opened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferView(UUID id, String defect, String title, String severity, String report, String system, String systemName,
        String owner, Instant due, boolean overdue, String answer, String reason, String answeredBy, Instant answeredAt,
        String opened) {

    /** For those who see the defect. @param now for what is overdue */
    public static List<OfferView> ofDefect(UUID defectId, Instant now) {
        return DefectOffer.ofDefect(defectId).stream().map(offer -> of(offer, now)).toList();
    }

    static OfferView of(DefectOffer offer, Instant now) {
        Defect defect = Defect.findById(offer.defectId);
        Defect opened = offer.openedDefect == null ? null : Defect.findById(offer.openedDefect);
        SystemEntry system = SystemEntry.byKey(offer.systemKey);
        return new OfferView(offer.id, defect.reference, defect.title, defect.severity,
                "/exercises/" + offer.exerciseId + "/report", offer.systemKey,
                system == null ? offer.systemKey : system.name, offer.owner, offer.dueAt,
                offer.isOpen() && offer.dueAt.isBefore(now), Choice.key(offer.answer), offer.reason, offer.answeredBy,
                offer.answeredAt, opened == null ? null : opened.reference);
    }
}
