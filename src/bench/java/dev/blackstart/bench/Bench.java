package dev.blackstart.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the programs whose names begin with a word: {@code lateness}, {@code findings-h2}, {@code crash}, …; {@code all} are the
 * measurements, without what is only looked for (crashes, doubles).
 */
public final class Bench {

    private static final Map<String, Program> PROGRAMS = new LinkedHashMap<>();

    static {
        PROGRAMS.put("lateness-h2", () -> new Lateness().measure(Installation.onH2("lateness-h2")));
        PROGRAMS.put("lateness-postgresql",
                () -> new Lateness().measure(Installation.onPostgresql("lateness-postgresql", 1)));
        PROGRAMS.put("lateness-replicas", () -> new Lateness().measure(Installation.onPostgresql("lateness-replicas", 2)));
        PROGRAMS.put("findings-h2", () -> new FindingsRate().measure(Installation.onH2("findings-h2")));
        PROGRAMS.put("findings-postgresql",
                () -> new FindingsRate().measure(Installation.onPostgresql("findings-postgresql", 1)));
        PROGRAMS.put("journal-h2", () -> new JournalReads().measure(Installation.onH2("journal-h2")));
        PROGRAMS.put("journal-postgresql",
                () -> new JournalReads().measure(Installation.onPostgresql("journal-postgresql", 1)));
        PROGRAMS.put("live-h2", () -> new LiveViewers().measure(Installation.onH2("live-h2", LiveViewers.SETTINGS)));
        PROGRAMS.put("report-h2", () -> new ReportTimes().measure(Installation.onH2("report-h2")));
        PROGRAMS.put("library-h2", () -> new LibrarySearches().measure(Installation.onH2("library-h2")));
        PROGRAMS.put("library-postgresql",
                () -> new LibrarySearches().measure(Installation.onPostgresql("library-postgresql", 1)));
        PROGRAMS.put("floods-h2", () -> new FloodTimes().measure(Installation.onH2("floods-h2")));
        PROGRAMS.put("floods-postgresql",
                () -> new FloodTimes().measure(Installation.onPostgresql("floods-postgresql", 1)));
        PROGRAMS.put("notify-h2", DeadMail::measure);
        PROGRAMS.put("calling-h2", () -> CallingOut.onH2("calling-h2"));
        PROGRAMS.put("probes-h2", () -> new ProbeSampling().measure(Installation.onH2("probes-h2", ProbeSampling.SETTINGS)));
        PROGRAMS.put("drivers-h2", () -> new DriverSteps().measure(Installation.onH2("drivers-h2", DriverSteps.settings())));
        PROGRAMS.put("recovery-h2",
                () -> new FaultRecovery().measure(Installation.onH2("recovery-h2", ProbeSampling.SETTINGS)));
        PROGRAMS.put("recurring-twice", () -> RecurringTwice.measure(Installation.onPostgresql("recurring-twice", 2)));
        PROGRAMS.put("crash-h2", () -> new Crashes().measure(Installation.onH2("crash-h2")));
        PROGRAMS.put("crash-replicas", () -> new Crashes().measure(Installation.onPostgresql("crash-replicas", 2)));
    }

    private Bench() {
    }

    /** Prints its own tables. */
    interface Program {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        String word = arguments.length == 0 ? "all" : arguments[0];
        List<String> chosen = PROGRAMS.keySet().stream()
                .filter(name -> word.equals("all") ? !name.matches("(crash|recovery|recurring).*") : name.startsWith(word))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("There is no '" + word + "'; choose all or one of " + PROGRAMS.keySet());
        }
        int failed = 0;
        for (String name : chosen) {
            System.out.println("\n== " + name);
            try {
                PROGRAMS.get(name).run();
            } catch (Exception failure) {
                failure.printStackTrace();
                failed++;
            }
        }
        System.exit(failed);
    }
}
