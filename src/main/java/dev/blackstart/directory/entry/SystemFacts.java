package dev.blackstart.directory.entry;

import java.util.List;

import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.Invisible;
import dev.blackstart.people.system.SystemEntry;

/** What the directory says of a system. */
public record SystemFacts(String key, String name, String site, String kind, String owner, List<String> carries,
        boolean offLimits) {

    public static SystemFacts of(SystemEntry system) {
        return new SystemFacts(system.key, system.name, system.site, system.kind, system.owner, system.carried(),
                system.offLimits);
    }

    static SystemFacts merge(String key, SystemFacts before, Fields fields, DirectorySnapshot world, FieldErrors flaws) {
        if (before == null) {
            DirectorySnapshot.checkNewKey(key, flaws);
        }
        SystemFacts was = before == null ? new SystemFacts(key, null, null, null, null, List.of(), false) : before;
        String name = fields.line("name", was.name(), flaws);
        if (name == null) {
            flaws.add("name", "A system has a name.");
        }
        String owner = fields.text("owner", was.owner());
        if (owner != null && !owner.equals(was.owner()) && !world.here().test(owner) && !world.team().test(owner)) {
            flaws.add("owner", Invisible.complaint(owner,
                    "Neither a person nor a team has the key '%s'.".formatted(owner)));
        }
        List<String> carries = fields.list("carries", was.carries());
        carries.stream().filter(one -> !SystemEntry.CARRIES.contains(one)).findFirst().ifPresent(one -> flaws.add("carries",
                "'%s' is nothing we carry; there are %s.".formatted(one, String.join(", ", SystemEntry.CARRIES))));
        Boolean offLimits = fields.flag("offLimits", was.offLimits());
        if (offLimits == null) {
            flaws.add("offLimits", "offLimits is yes or no.");
        }
        return new SystemFacts(key, name, fields.line("site", was.site(), flaws), fields.line("kind", was.kind(), flaws), owner,
                SystemEntry.CARRIES.stream().filter(carries::contains).toList(), Boolean.TRUE.equals(offLimits));
    }
}
