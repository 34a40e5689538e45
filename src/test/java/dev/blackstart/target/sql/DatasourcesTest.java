package dev.blackstart.target.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetRefused;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.testsupport.Configured;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

class DatasourcesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static EmbeddedPostgres postgres;
    private static Datasources datasources;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        datasources = datasources(Map.of("blackstart.datasources.h2.url", "jdbc:h2:mem:datasources;DB_CLOSE_DELAY=-1",
                "blackstart.datasources.h2.password", "hunter22", "blackstart.datasources.pg.url",
                postgres.getJdbcUrl("postgres", "postgres"), "blackstart.datasources.pg.username", "postgres",
                "blackstart.datasources.pg.password", "hunter22", "blackstart.datasources.seen.url", "jdbc:h2:mem:datasources",
                "blackstart.datasources.seen.password", "hunter22", "blackstart.datasources.seen.read-only", "true"));
        for (String name : List.of("h2", "pg")) {
            datasources.execute(name, "create table orders (id int primary key, word varchar(100))", SOON);
        }
    }

    private static Datasources datasources(Map<String, String> properties) {
        return new Datasources(Configured.mapping(DatasourcesConfig.class, properties),
                new TargetSecrets(Configured.with(Map.of("blackstart.secrets.word", "s3cret-word"))));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "h2", "pg" })
    void execute_thenQuery_committedAndRead(String name) {
        assertThat(datasources.execute(name, "insert into orders values (1, 'a;b'), (2, '${secret:word}')", SOON).summary())
                .isEqualTo("2 rows changed");
        assertThat(datasources.query(name, "select count(*) from orders", SOON).value()).isEqualTo(2L);
        assertThat(datasources.query(name, "select id > 1, word from orders order by id desc;", SOON).value())
                .isEqualTo(true);
        assertThat(datasources.query(name, "select word from orders where id = 2", SOON).value()).isEqualTo("${secret:word}");
        assertThat(datasources.query(name, "select 'my hunter22'", SOON).value()).asString().doesNotContain("hunter22");
        assertThat(datasources.query(name, "select word from orders where id = 9", SOON).value()).isNull();
        datasources.execute(name, "delete from orders", SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = { "insert into orders values (7, 'x')", "delete from orders", "drop table orders",
            "with gone as (delete from orders returning id) select * from gone" })
    void query_changesOnPostgreSql_refused(String statement) {
        assertThatExceptionOfType(TargetFailed.class).isThrownBy(() -> datasources.query("pg", statement, SOON));
        assertThat(datasources.query("pg", "select count(*) from orders where id = 7", SOON).value()).isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = { "insert into orders values (7, 'x')", "drop table orders",
            "select * from final table (insert into orders values (7, 'x'))" })
    void query_changesOnH2_leaveNothing(String statement) {
        try {
            datasources.query("h2", statement, SOON);
        } catch (TargetFailed refused) {
            assertThat(refused).hasMessageStartingWith("Data source h2: ");
        }
        assertThat(datasources.query("h2", "select count(*) from orders where id = 7", SOON).value()).isEqualTo(0L);
    }

    @Test
    void query_takesTooLong_endsInTime() {
        assertThatExceptionOfType(TargetFailed.class)
                .isThrownBy(() -> datasources.query("pg", "select pg_sleep(60)", Duration.ofSeconds(1)));
    }

    @Test
    void query_serverAnswersNothing_endsInTime() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Datasources silent = datasources(Map.of("blackstart.datasources.mute.url",
                    "jdbc:postgresql://127.0.0.1:" + mute.getLocalPort() + "/orders"));
            assertThatExceptionOfType(TargetFailed.class)
                    .isThrownBy(() -> silent.query("mute", "select 1", Duration.ofSeconds(1)))
                    .withMessageStartingWith("Data source mute: ");
        }
    }

    @Test
    void query_manyRows_hundredAreKept() {
        assertThat(datasources.query("pg", "select * from generate_series(1, 100000)", SOON).rows())
                .hasSize(Datasources.MOST_ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "select 1; drop table orders", "select ';'; select 2", "select $$;$$; select 2",
            "select 1 /* ; */; select 2", "select 1 -- ;\n; select 2", "; ;" })
    void problems_severalStatements_said(String statement) {
        assertThat(datasources.problems("h2", statement, false)).singleElement().asString().contains("more than one statement");
        assertThatExceptionOfType(TargetRefused.class).isThrownBy(() -> datasources.execute("h2", statement, SOON));
    }

    @ParameterizedTest
    @ValueSource(strings = { "select ';'", "select \"a;b\" from x;", "select $x$ ; $x$", "select 1 -- ; no\n",
            "/* ; */ select 1;",
            "select 'it''s; one'" })
    void problems_semicolonInsideText_none(String statement) {
        assertThat(datasources.problems("h2", statement, false)).isEmpty();
    }

    @Test
    void problems_unknownOrReadOnly_said() {
        assertThat(datasources.problems("nope", "select 1", true)).singleElement().asString()
                .contains("blackstart.datasources.nope.url");
        assertThat(datasources.problems("seen", "delete from orders", false)).singleElement().asString()
                .contains("may only be read");
        assertThat(datasources.problems("seen", "select 1", true)).isEmpty();
    }

    @Test
    void hosts_ofJdbcAddresses_named() {
        assertThat(DatasourceHost.of("jdbc:postgresql://a:1,b,[::1]:3/orders?x=y")).containsExactly(
                new DatasourceHost("a", 1), new DatasourceHost("b", 5432), new DatasourceHost("::1", 3));
        assertThat(DatasourceHost.of("jdbc:postgresql:orders")).containsExactly(new DatasourceHost("localhost", 5432));
        assertThat(DatasourceHost.of("jdbc:h2:tcp://db.example.com/~/x")).containsExactly(
                new DatasourceHost("db.example.com", 9092));
        assertThat(DatasourceHost.of("jdbc:h2:mem:x")).containsExactly(new DatasourceHost("localhost", 9092));
    }
}
