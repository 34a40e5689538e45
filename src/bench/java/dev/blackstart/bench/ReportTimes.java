package dev.blackstart.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How long a report with 5,000 findings takes in each of its forms: first as it comes, then five times warm. */
final class ReportTimes {

    private static final int FINDINGS = 5_000;
    private static final int TIMES = 5;
    private static final List<String> FORMS = List.of("application/json", "text/markdown", "text/html", "application/pdf");

    void measure(Installation installation) throws Exception {
        try (installation) {
            Api api = installation.api();
            String exercise = api.exercise(Script.quiet());
            api.begin(exercise);
            for (int i = 0; i < FINDINGS; i++) {
                api.send("pia", "POST", "/api/exercises/" + exercise + "/findings", "application/json",
                        Api.text(Map.of("id", UUID.randomUUID(), "severity", "sev" + (1 + i % 4), "text",
                                "Finding " + i + ": the order page shows an error since two minutes, and nobody was paged.")));
            }
            Table table = new Table("a report with 5,000 findings", "kB", "first ms", "p50 ms", "max ms",
                    "processor ms each");
            for (String form : FORMS) {
                Spread warm = new Spread();
                double first = 0;
                int size = 0;
                Duration before = Duration.ZERO;
                for (int i = 0; i <= TIMES; i++) {
                    long begun = System.nanoTime();
                    HttpResponse<byte[]> answer = api.read("carl", "/api/exercises/" + exercise + "/report", form);
                    double took = (System.nanoTime() - begun) / 1e6;
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(form + ": " + answer.statusCode());
                    }
                    size = answer.body().length / 1_024;
                    if (i == 0) {
                        first = took;
                        before = installation.processes.get(0).processorTime();
                    } else {
                        warm.add(took);
                    }
                }
                table.row(form, size, first, warm.at(0.5), warm.at(1),
                        installation.processes.get(0).processorTime().minus(before).toMillis() / (double) TIMES);
            }
            table.print();
        }
    }
}
