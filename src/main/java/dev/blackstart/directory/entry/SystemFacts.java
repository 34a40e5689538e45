package dev.blackstart.directory.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.blackstart.people.FieldErrors;
import dev.blackstart.people.Invisible;
import dev.blackstart.people.system.SystemEntry;
import dev.blackstart.problem.TextLimits;

/**
 * What the directory says of a system.
 *
 * @param indispensable a service whose loss the organisation cannot bear for long
 * @param impactTolerance how long it bears it, as duration text; null where nobody said it
 * @param dependsOn keys of the systems that it needs
 */
public record SystemFacts(String key, String name, String site, String kind, String owner, List<String> carries,
        List<String> hosts, List<String> aliases, boolean offLimits, boolean indispensable, String impactTolerance,
        List<String> dependsOn) implements EntryFacts {

    private static final int MOST = 100;
    private static final int LONGEST_KEY = 64;
    private static final Pattern TOLERANCE = Pattern.compile("P(?=\\d|T)(\\d+W|(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?)");
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9*._:/\\[\\]%-]{1,255}");

    /** As a form shows it. */
    public String hostText() {
        return String.join(", ", hosts);
    }

    public String aliasText() {
        return String.join(", ", aliases);
    }

    public String dependencyText() {
        return String.join(", ", dependsOn);
    }

    public static SystemFacts of(SystemEntry system) {
        return new SystemFacts(system.key, system.name, system.site, system.kind, system.owner, system.carried(),
                system.hostList(), system.aliasList(), system.offLimits, system.indispensable, system.impactTolerance,
                system.dependencies());
    }

    static SystemFacts merge(String key, SystemFacts before, Fields fields, DirectorySnapshot world, FieldErrors flaws) {
        if (before == null) {
            DirectorySnapshot.checkNewKey(key, flaws);
        }
        SystemFacts was = before == null
                ? new SystemFacts(key, null, null, null, null, List.of(), List.of(), List.of(), false, false,
                        null, List.of())
                : before;
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
        List<String> hosts = fields.list("hosts", was.hosts());
        hosts.stream().filter(host -> !HOST.matcher(host).matches()).findFirst().ifPresent(host -> flaws.add("hosts",
                "'%s' is no host; write a name, an address or a network such as 10.1.0.0/16, with :port or without."
                        .formatted(host)));
        List<String> aliases = fields.list("aliases", was.aliases());
        aliases.stream().filter(alias -> alias.length() > TextLimits.LINE).findFirst()
                .ifPresent(alias -> flaws.add("aliases", "A name has at most %d characters.".formatted(TextLimits.LINE)));
        Map.of("hosts", hosts, "aliases", aliases).forEach((field, list) -> {
            if (list.size() > MOST) {
                flaws.add(field, "There are at most %d.".formatted(MOST));
            }
        });
        Boolean offLimits = fields.flag("offLimits", was.offLimits());
        if (offLimits == null) {
            flaws.add("offLimits", "offLimits is yes or no.");
        }
        Boolean indispensable = fields.flag("indispensable", was.indispensable());
        if (indispensable == null) {
            flaws.add("indispensable", "indispensable is yes or no.");
        }
        String tolerance = fields.text("impactTolerance", was.impactTolerance());
        if (tolerance != null && (!TOLERANCE.matcher(tolerance).matches() || tolerance.length() > LONGEST_KEY)) {
            flaws.add("impactTolerance", "Write the impact tolerance as a duration, for example PT2H.");
        }
        List<String> dependsOn = fields.list("dependsOn", was.dependsOn());
        dependsOn.stream().filter(one -> !KEY.matcher(one).matches() || one.equals(key)).findFirst()
                .ifPresent(one -> flaws.add("dependsOn", one.equals(key) ? "A system does not depend on itself."
                        : "'%s' is no key of a system, such as orders-db.".formatted(one)));
        if (dependsOn.size() > MOST) {
            flaws.add("dependsOn", "There are at most %d.".formatted(MOST));
        }
        return new SystemFacts(key, name, fields.line("site", was.site(), flaws), fields.line("kind", was.kind(), flaws), owner,
                SystemEntry.CARRIES.stream().filter(carries::contains).toList(), hosts, aliases,
                Boolean.TRUE.equals(offLimits), Boolean.TRUE.equals(indispensable), tolerance, dependsOn);
    }
}
