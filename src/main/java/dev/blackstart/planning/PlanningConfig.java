package dev.blackstart.planning;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How many calendar days before the start each meeting is, for intensity 1 to 5 in turn; 0 for no such meeting. */
@ConfigMapping(prefix = "blackstart.planning")
public interface PlanningConfig {

    @WithDefault("0,28,56,84,168")
    List<Integer> concept();

    @WithDefault("14,21,42,63,126")
    List<Integer> initial();

    @WithDefault("0,0,21,35,70")
    List<Integer> midterm();

    @WithName("final")
    @WithDefault("3,7,7,14,21")
    List<Integer> finalMeeting();

    /** 0 where an exercise of this intensity has no such meeting. */
    default int daysBefore(PlanningMeeting meeting, int intensity) {
        List<Integer> days = switch (meeting) {
            case CONCEPT -> concept();
            case INITIAL -> initial();
            case MIDTERM -> midterm();
            case FINAL -> finalMeeting();
        };
        return intensity <= days.size() ? Math.max(0, days.get(intensity - 1)) : 0;
    }
}
