package dev.blackstart.catalogue.rule;

import dev.blackstart.catalogue.source.PlanNode;

/** People and teams exist, and hold roles that go together. */
public class PeopleRule implements Rule {

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        known.person(plan.at("owner"), remarks);
        known.team(plan.at("team"), remarks);
        plan.each("approvers").forEach(one -> known.person(one, remarks));
        plan.at("schedule").each("timeKnownTo").forEach(one -> known.person(one, remarks));
        plan.each("roster").forEach(one -> known.person(one.at("person"), remarks));
        plan.each("simCell").forEach(one -> known.person(one.at("person"), remarks));
        plan.each("outOfPlay").forEach(one -> known.person(one.at("person"), remarks));
        plan.each("preparation").forEach(one -> known.team(one.at("team"), remarks));
        plan.each("drills").forEach(one -> known.person(one.at("owner"), remarks));
        RosterView seats = RosterView.of(plan);
        approvers(plan, seats, remarks);
        roles(plan, seats, remarks);
        plan.each("outOfPlay").stream().map(one -> one.at("person"))
                .filter(one -> one.isText() && seats.isControl(one.text()))
                .forEach(one -> remarks.warn(one, "%s is control staff and out of play; one of the two is a mistake."
                        .formatted(one.text())));
    }

    private static void approvers(PlanNode plan, RosterView seats, Diagnostics remarks) {
        for (PlanNode approver : plan.each("approvers")) {
            if (!approver.isText()) {
                continue;
            }
            if (approver.text().equals(plan.text("owner"))) {
                remarks.error(approver, "%s owns this plan and cannot approve it; name somebody else."
                        .formatted(approver.text()));
            } else if (seats.isPlayer(approver.text())) {
                remarks.error(approver, "%s plays in this plan and cannot approve it; name somebody else."
                        .formatted(approver.text()));
            }
        }
    }

    private static void roles(PlanNode plan, RosterView seats, Diagnostics remarks) {
        for (PlanNode seat : plan.each("roster")) {
            String person = seat.text("person");
            if (PlanTimes.of(seat.at("until")) != null && !PlanTimes.isBefore(seat.at("from"), seat.at("until"))
                    && (seat.at("from").isThere() || PlanTimes.of(seat.at("until")).isZero())) {
                remarks.error(seat.at("until"), "The shift of %s ends before it begins.".formatted(person));
            }
            if ("player".equals(seat.text("role")) && person != null && seats.isTrustedAgent(person)) {
                remarks.warn(seat, "%s is a player and a trusted agent, and so knows when it is and what it touches."
                        .formatted(person));
            }
            if ("player".equals(seat.text("role")) && person != null && seats.isControl(person)) {
                remarks.warn(seat, "%s is a player and control staff, and so sees what is hidden from players."
                        .formatted(person));
            }
        }
    }
}
