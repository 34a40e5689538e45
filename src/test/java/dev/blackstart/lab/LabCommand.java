package dev.blackstart.lab;

import java.nio.file.Path;
import java.util.List;

/** The commands of {@code src/lab/commands}: what drills do to the lab, and how they revert it. Status 0 is success. */
final class LabCommand {

    private final LabDatabase database;
    private final LabSites sites;

    private LabCommand(LabSettings settings) {
        database = new LabDatabase(settings);
        sites = new LabSites(settings, database);
    }

    public static void main(String[] folderNameArgument) {
        if (folderNameArgument.length != 3 && folderNameArgument.length != 2) {
            System.err.println("Write one command, with a site (a, b), primary or standby.");
            System.exit(2);
        }
        String argument = folderNameArgument.length == 3 ? folderNameArgument[2] : "";
        try {
            LabSettings settings = LabSettings.read(Path.of(folderNameArgument[0]));
            System.out.println(new LabCommand(settings).run(folderNameArgument[1], argument));
        } catch (RuntimeException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private String run(String name, String argument) {
        return switch (name) {
            case "pg-stop" -> stop(argument);
            case "pg-promote" -> database.promote();
            case "pg-rejoin" -> rejoin(argument);
            case "site-off" -> sites.off(site(argument));
            case "site-on" -> sites.on(site(argument));
            default -> throw new IllegalArgumentException("There is no command " + name + ".");
        };
    }

    private String stop(String which) {
        String site = LabSettings.SITES.contains(which) ? which
                : database.primary()
                        .map(primary -> which.equals("standby") ? LabDatabase.other(primary) : primary)
                        .orElseThrow(() -> new IllegalStateException("No database takes writes."));
        database.kill(site);
        return "The database of site %s is killed.".formatted(site);
    }

    /** Without a site: whatever is down. */
    private String rejoin(String which) {
        List<String> down = LabSettings.SITES.contains(which) ? List.of(which)
                : LabSettings.SITES.stream().filter(site -> !database.answers(site)).toList();
        return down.isEmpty() ? "All databases run." : String.join(" ", down.stream().map(database::rejoin).toList());
    }

    private static String site(String argument) {
        if (!LabSettings.SITES.contains(argument)) {
            throw new IllegalArgumentException("There are the sites a and b.");
        }
        return argument;
    }
}
