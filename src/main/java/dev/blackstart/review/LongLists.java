package dev.blackstart.review;

import jakarta.ws.rs.QueryParam;

import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Attendance;
import dev.blackstart.review.draft.ReportDraft.Finding;
import dev.blackstart.review.draft.ReportDraft.Line;
import dev.blackstart.review.draft.ReportDraft.Moment;

/** The lists of a report that grow with an exercise, each a page at a time. */
public record LongLists(ListPage<Moment> story, ListPage<Line> timeline, ListPage<Finding> findings,
        ListPage<Attendance> people) {

    static LongLists of(ReportDraft draft, Wanted wanted) {
        return new LongLists(ListPage.of("story", draft.told(), wanted.story),
                ListPage.of("timeline", draft.timeline(), wanted.timeline),
                ListPage.of("findings", draft.findings(), wanted.findings),
                ListPage.of("people", draft.attendance(), wanted.people));
    }

    static LongLists whole(ReportDraft draft) {
        return new LongLists(ListPage.whole("story", draft.told()), ListPage.whole("timeline", draft.timeline()),
                ListPage.whole("findings", draft.findings()), ListPage.whole("people", draft.attendance()));
    }

    /** Which page of each: the first where the address does not say. */
    public static class Wanted {
        @QueryParam("story")
        int story;

        @QueryParam("timeline")
        int timeline;

        @QueryParam("findings")
        int findings;

        @QueryParam("people")
        int people;
    }
}
