package dev.blackstart.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.sql.Datasources;
import dev.blackstart.target.sql.DatasourcesConfig;
import dev.blackstart.testsupport.Configured;
import dev.blackstart.testsupport.DriverCalls;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

class SqlDriverTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static EmbeddedPostgres postgres;
    private static Datasources datasources;
    private static SqlDriver driver;

    private final DriverCalls fault = new DriverCalls(new TargetSystem("orders-db", List.of("localhost")));

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        datasources = new Datasources(
                Configured.mapping(DatasourcesConfig.class,
                        Map.of("blackstart.datasources.pg.url", postgres.getJdbcUrl("postgres", "postgres"),
                                "blackstart.datasources.h2.url", "jdbc:h2:mem:sqldriver;DB_CLOSE_DELAY=-1",
                                "blackstart.datasources.seen.url", "jdbc:h2:mem:sqldriver",
                                "blackstart.datasources.seen.read-only", "true")),
                new TargetSecrets(Configured.with(Map.of())));
        driver = new SqlDriver(datasources, new TargetSecrets(Configured.with(Map.of())));
        for (String name : List.of("pg", "h2")) {
            datasources.execute(name, "create table switch (name varchar(20) primary key, cut boolean)", SOON);
            datasources.execute(name, "insert into switch values ('stock', false)", SOON);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static String settings(String datasource, String statement) {
        return "{'driver': 'sql', 'datasource': '%s', 'statement': '%s'}".formatted(datasource, statement);
    }

    @ParameterizedTest
    @ValueSource(strings = { "pg", "h2" })
    void injectAndRevertTwice_committed(String name) {
        assertThat(driver.inject(fault.call(settings(name, "update switch set cut = true")))).isEqualTo("1 row changed");
        assertThat(datasources.query(name, "select cut from switch", SOON).value()).isEqualTo(true);
        driver.revert(fault.call(settings(name, "update switch set cut = false")));
        driver.revert(fault.call(settings(name, "update switch set cut = false")));
        assertThat(datasources.query(name, "select cut from switch", SOON).value()).isEqualTo(false);
    }

    @Test
    void inject_wrongStatement_failed() {
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(fault.call(settings("pg", "update nothing set cut = true"))))
                .withMessageContaining("nothing");
    }

    @Test
    void inject_takesTooLong_failedInTime() {
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(fault.call(settings("pg", "select pg_sleep(60)"), Duration.ofSeconds(1))));
    }

    @Test
    void inject_hostOfNoTarget_failedAndNothingChanged() {
        DriverCalls other = new DriverCalls(new TargetSystem("stock", List.of("stock.example.com")));
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(other.call(settings("h2", "update switch set cut = true"))))
                .withMessageContaining("belongs to none of the targets stock");
        assertThat(datasources.query("h2", "select cut from switch", SOON).value()).isEqualTo(false);
    }

    @Test
    void problems_andDescription_sayWhatIsWrongAndWhatWouldBeDone() {
        assertThat(problems("h2", "update switch set cut = true")).isEmpty();
        assertThat(problems("h2", "delete from switch; delete from switch")).hasSize(1);
        assertThat(problems("none", "delete from switch")).hasSize(1);
        assertThat(problems("seen", "delete from switch")).singleElement().asString().contains("may only be read");
        assertThat(driver.describe(DriverCalls.json(settings("h2", "delete from switch")), fault.targets()))
                .containsExactly("On data source h2: delete from switch");
    }

    private List<String> problems(String datasource, String statement) {
        return driver.problems(DriverCalls.json(settings(datasource, statement)), fault.targets());
    }
}
