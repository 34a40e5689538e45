package dev.blackstart.insight.actions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.reading.FollowupOf;
import dev.blackstart.insight.reading.FollowupOf.Followed;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;

/** Whether what exercises showed is corrected. */
@ApplicationScoped
class ActionsTopic implements InsightTopic {

    private final FollowupOf followup;
    private final Clock clock;

    ActionsTopic(FollowupOf followup, Clock clock) {
        this.followup = followup;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "actions";
    }

    @Override
    public int position() {
        return 4;
    }

    @Override
    public String title() {
        return "Actions";
    }

    @Override
    public String question() {
        return "Is what exercises showed corrected in time, and does it stay corrected?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        Instant now = clock.instant();
        Followed<ActionItem> actions = followup.actions(reader, filter);
        return List.of(Timeliness.figure(actions.items(), filter, now), Backlog.figure(actions.items(), filter, now),
                TeamForum.figure(actions.items(), filter, now), Repeats.figure(followup.defects(reader, filter), filter));
    }
}
