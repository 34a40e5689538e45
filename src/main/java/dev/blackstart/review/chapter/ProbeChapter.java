package dev.blackstart.review.chapter;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.probe.sampling.ProbeEvent.ProbeBreached;
import dev.blackstart.probe.sampling.ProbeEvent.ProbeInside;
import dev.blackstart.review.draft.Measurements.OutsideTolerance;
import dev.blackstart.review.draft.ReportDraft.Facts;
import dev.blackstart.review.draft.ReportEntry;

/** Probes that left their tolerance: how often, for how long, and what they measured. */
public final class ProbeChapter implements Chapter {

    private final Facts facts;
    private final Map<String, Course> courses = new LinkedHashMap<>();

    public ProbeChapter(Facts facts) {
        this.facts = facts;
    }

    /** What was journaled of one probe. */
    private static final class Course {
        private final String probe;
        private final Instant first;
        private int times;
        private Duration length = Duration.ZERO;
        private String message;
        private Instant outsideSince;

        Course(String probe, Instant first) {
            this.probe = probe;
            this.first = first;
        }

        void breached(ProbeBreached breach) {
            times++;
            message = breach.message();
            outsideSince = breach.since();
        }

        void inside(Instant at) {
            if (outsideSince != null) {
                length = length.plus(Duration.between(outsideSince, at));
                outsideSince = null;
            }
        }

        OutsideTolerance told(Instant until) {
            boolean back = outsideSince == null;
            Duration open = back || until.isBefore(outsideSince) ? Duration.ZERO : Duration.between(outsideSince, until);
            return new OutsideTolerance(probe, times, first, length.plus(open), message, back);
        }
    }

    @Override
    public void read(ReportEntry told) {
        if (told.event() instanceof ProbeBreached breach) {
            courses.computeIfAbsent(breach.probe(), probe -> new Course(probe, breach.since())).breached(breach);
        } else if (told.event() instanceof ProbeInside inside && courses.containsKey(inside.probe())) {
            courses.get(inside.probe()).inside(inside.since());
        }
    }

    /** @param endedAt ENDEX; null before it */
    public List<OutsideTolerance> probes(Instant endedAt) {
        Instant until = endedAt == null ? facts.asOf() : endedAt;
        return courses.values().stream().map(course -> course.told(until)).toList();
    }
}
