package dev.blackstart.driver.sql;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.AutomaticDriver;
import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.TargetCalls;
import dev.blackstart.driver.TargetHosts;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.sql.DatasourceHost;
import dev.blackstart.target.sql.Datasources;

/** {@code {driver: sql, datasource: NAME, statement: …}}: one statement, committed, on a configured data source. */
@ApplicationScoped
public class SqlDriver implements AutomaticDriver {

    private final Datasources datasources;
    private final TargetSecrets secrets;

    public SqlDriver(Datasources datasources, TargetSecrets secrets) {
        this.datasources = datasources;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "sql";
    }

    /** By the configured data sources. */
    @Override
    public boolean isSwitchedOn() {
        return !datasources.names().isEmpty();
    }

    @Override
    public List<String> problems(JsonNode settings, List<TargetSystem> targets) {
        String name = datasource(settings);
        List<String> problems = new ArrayList<>(secrets.problems(settings));
        problems.addAll(datasources.problems(name, statement(settings), false));
        try {
            TargetHosts owned = new TargetHosts(targets);
            for (DatasourceHost host : datasources.hosts(name)) {
                owned.problem(host.host(), host.port(), null).ifPresent(problems::add);
            }
        } catch (TargetFailed unknown) {
            return problems;
        }
        return problems;
    }

    @Override
    public List<String> describe(JsonNode settings, List<TargetSystem> targets) {
        return List.of("On data source %s: %s".formatted(datasource(settings), statement(settings)));
    }

    @Override
    public String inject(DriverCall call) {
        return execute(call);
    }

    /** The same statement as often as it takes, so write one that may be repeated. */
    @Override
    public String revert(DriverCall call) {
        return execute(call);
    }

    private String execute(DriverCall call) {
        String name = datasource(call.settings());
        return TargetCalls.make(() -> {
            TargetHosts owned = new TargetHosts(call.targets());
            datasources.hosts(name).forEach(host -> owned.require(host.host(), host.port(), null));
            return datasources.execute(name, statement(call.settings()), call.timeout()).summary();
        });
    }

    private static String datasource(JsonNode settings) {
        return settings.path("datasource").asText();
    }

    private static String statement(JsonNode settings) {
        return settings.path("statement").asText();
    }
}
