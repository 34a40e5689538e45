package dev.blackstart.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Migrations on both databases, with a row in every table. A migration that changes rows gets a test of its own here:
 * {@code migrateTo} the version before it, insert the rows, {@code migrate}, read.
 */
class MigrationTest {

    private static final String BASELINE = "001";

    @TempDir
    Path folder;

    static Stream<MigratedDatabase> databases() throws SQLException {
        return Stream.of(MigratedDatabase.onH2(), MigratedDatabase.onPostgresql());
    }

    @Test
    void migrate_emptyDatabases_sameColumnsOnBoth() throws SQLException {
        try (MigratedDatabase h2 = MigratedDatabase.onH2();
                MigratedDatabase postgresql = MigratedDatabase.onPostgresql()) {
            assertThat(migratedColumns(h2)).contains("person.person_key NO")
                    .containsExactlyInAnyOrderElementsOf(migratedColumns(postgresql));
        }
    }

    private static List<String> migratedColumns(MigratedDatabase database) throws SQLException {
        database.migrate();
        return database.read("select table_name || '.' || column_name || ' ' || is_nullable from information_schema.columns"
                + " where table_schema = current_schema() and table_name <> 'flyway_schema_history'");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void migrate_versionByVersionWithARowInEveryTable_rowsStay(MigratedDatabase database) throws SQLException {
        List<String> filled = List.of();
        for (String version : database.versions()) {
            database.migrateTo(version);
            for (String table : filled) {
                assertThat(database.rows(table)).as(table + " after " + version).isOne();
            }
            SampleRows.insert(database);
            filled = database.tables();
        }
        assertThat(filled).contains("person", "journal_entry");
    }

    /** The rows are there: a migration that only works on empty tables fails here. */
    @ParameterizedTest
    @MethodSource("databases")
    void migrate_requiredColumnWithoutDefault_fails(MigratedDatabase database) throws IOException, SQLException {
        database.migrateTo(BASELINE);
        SampleRows.insert(database);
        Files.writeString(folder.resolve("V999__required_column.sql"), "alter table person add column room varchar not null;");
        assertThatThrownBy(() -> database.migrate("classpath:db/migration", "filesystem:" + folder))
                .isInstanceOf(FlywayException.class).hasMessageContaining("V999__required_column.sql");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void migrate_databaseFromBeforeTheBaseline_refusedAndUnchanged(MigratedDatabase database)
            throws IOException, SQLException {
        Files.writeString(folder.resolve("V001__people.sql"), "create table person (id uuid primary key);");
        Files.writeString(folder.resolve("V002__catalogue.sql"), "create table plan (id uuid primary key);");
        database.migrate("filesystem:" + folder);
        assertThatThrownBy(database::migrate).rootCause().isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("created by a pre-release version of Blackstart")
                .hasMessageContaining("BLACKSTART_DATA_DIR").hasMessageContaining("QUARKUS_DATASOURCE_JDBC_URL");
        assertThat(database.tables()).containsExactly("person", "plan");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void migrate_again_accepted(MigratedDatabase database) throws SQLException {
        database.migrate();
        List<String> tables = database.tables();
        database.migrate();
        assertThat(database.tables()).isEqualTo(tables);
    }
}
