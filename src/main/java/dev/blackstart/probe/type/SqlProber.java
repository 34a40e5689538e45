package dev.blackstart.probe.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.probe.ProbeAnswer;
import dev.blackstart.probe.ProbeFailed;
import dev.blackstart.probe.Prober;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.sql.Datasources;
import dev.blackstart.target.sql.SqlAnswer;

/** {@code {type: sql, datasource, query}}: the first column of the first row. No row and null are no data. */
@ApplicationScoped
class SqlProber implements Prober {

    private final Datasources datasources;
    private final TargetSecrets secrets;

    SqlProber(Datasources datasources, TargetSecrets secrets) {
        this.datasources = datasources;
        this.secrets = secrets;
    }

    @Override
    public String type() {
        return "sql";
    }

    @Override
    public boolean isSwitchedOn() {
        return !datasources.names().isEmpty();
    }

    @Override
    public List<String> problems(JsonNode probe) {
        List<String> problems = new ArrayList<>(secrets.problems(probe));
        problems.addAll(datasources.problems(probe.path("datasource").asText(), probe.path("query").asText(), true));
        return problems;
    }

    @Override
    public ProbeAnswer ask(JsonNode probe, Duration timeout) {
        SqlAnswer answer = datasources.query(probe.path("datasource").asText(), probe.path("query").asText(), timeout);
        if (answer.value() == null) {
            throw new ProbeFailed(answer.rows().isEmpty() ? "The query gives no row." : "The query gives no value.");
        }
        return ProbeAnswer.ofValue(answer.value().toString());
    }
}
