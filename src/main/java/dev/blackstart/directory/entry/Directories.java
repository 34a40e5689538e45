package dev.blackstart.directory.entry;

import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;

/** Who may change what in the directory. */
public final class Directories {

    private Directories() {
    }

    /** An administrator's entry is changed by administrators and, as to their contact methods, by themselves. */
    public static void mayTouch(Viewer viewer, String person) {
        viewer.mustBeMaster();
        Person meant = Person.byKey(person.replace("\0", ""));
        if (meant != null && meant.platformRole == PlatformRole.ADMIN && !viewer.isAdmin()) {
            throw Problem.forbidden("Only an administrator may change an administrator; ask one of them.");
        }
    }

    /** Masters of disaster and administrators all of it; its lead who of its people stays and who is on duty. */
    public static boolean mayStaff(Viewer viewer, String team) {
        Team meant = viewer.isMaster() ? null : Team.byKey(team.replace("\0", ""));
        return viewer.isMaster() || meant != null && meant.lead.equals(viewer.key());
    }

    /** Leading a team gives rights over who is in it: a lead takes nobody in by themselves. */
    public static void mayAdd(Viewer viewer, String team, Fields fields) {
        Team meant = viewer.isMaster() ? null : Team.byKey(team.replace("\0", ""));
        if (meant != null && !meant.members.containsAll(fields.list("members", meant.members))) {
            throw Problem.forbidden(
                    "Only a master of disaster or an administrator takes somebody into a team; ask one of them.");
        }
    }
}
