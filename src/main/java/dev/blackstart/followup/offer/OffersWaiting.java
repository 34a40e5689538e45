package dev.blackstart.followup.offer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.followup.defect.Defect;
import dev.blackstart.web.Waiting;

/** Offers that wait for the answer of whoever owns a similar system. */
@ApplicationScoped
class OffersWaiting implements Waiting.Source {

    private final OfferAccess access;

    OffersWaiting(OfferAccess access) {
        this.access = access;
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        return access.open(person).stream().limit(Waiting.MOST)
                .map(offer -> new Waiting("Does this apply to you?",
                        offer.systemKey + " \u00B7 " + Defect.<Defect> findById(offer.defectId).title,
                        "/defect-offers#offer-" + offer.id))
                .toList();
    }
}
