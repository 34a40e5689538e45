package dev.blackstart.conduct.banner;

import java.time.Instant;
import java.util.UUID;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.StatusBanner;
import dev.blackstart.web.Texts;

/**
 * The status banner of every page of an exercise: what kind of moment it is, NO DUFF, and the controls its reader may use.
 *
 * @param page name of the page it is shown on, where the banner differs; or null
 * @param live between STARTEX and ENDEX
 * @param pausable the clock runs and the reader may stop it
 * @param resumable it is paused and the reader may let it go on here
 * @param faults how many faults may be active; 0 where the reader must not know
 * @param people how many are notified
 * @param emergency what was reported as real; null where nothing was
 */
public record Banner(UUID exercise, StatusBanner ribbon, Permissions may, String page, boolean live, boolean pausable,
        boolean resumable, long faults, long people, Emergency emergency) {

    /**
     * A real emergency, for somebody who was not there.
     *
     * @param text what was said; null where nothing was
     * @param resumers names of those who may let the exercise go on
     */
    public record Emergency(String by, Instant at, String text, String resumers) {
    }

    /** A page for which the banner leads somewhere else. */
    public record Door(String href, String word) {
    }

    /** Where the exercise is conducted or played; null on that page itself, and while there is no such page. */
    public Door getDoor() {
        boolean before = ribbon.startedAt() == null;
        if (before || ribbon.state().equals("CLOSED") && may.isControl()) {
            return null;
        }
        if (may.isControl()) {
            return "control-room".equals(page) ? null : new Door("/exercises/" + exercise + "/control-room", "Control room");
        }
        return !may.isTakePart() || "me".equals(page) ? null : new Door("/exercises/" + exercise + "/me", "My exercise");
    }

    /** On a player's page the button is held instead, at the bottom where a thumb is. */
    public boolean isNoDuffHere() {
        return live && !"me".equals(page);
    }

    public String getNoDuffSays() {
        return may.isControl()
                ? "A real emergency: pauses your running exercises, reverts %s, notifies %s.".formatted(
                        Texts.count(faults, "fault"), Texts.count(people, "person"))
                : "A real emergency: stops the exercise for everybody and reverts every fault. Use it for anything real.";
    }

    /** Ending as planned is done where the exercise is conducted. */
    public boolean isEnding() {
        return live && may.isEnd() && "control-room".equals(page);
    }

    static Banner of(Exercise exercise, Permissions may, String page, long faults, long people, Emergency emergency,
            Instant now) {
        boolean paused = exercise.pauseReason != null;
        return new Banner(exercise.id,
                may.isControl() && !"me".equals(page) ? StatusBanner.forControl(exercise, now)
                        : StatusBanner.forOthers(exercise, now),
                may, page, exercise.state.isLive(), exercise.state.isLive() && !paused && may.isPause(),
                paused && !exercise.pauseReason.isOutage() && may.mayResume(exercise.pauseReason),
                faults, people, emergency);
    }
}
