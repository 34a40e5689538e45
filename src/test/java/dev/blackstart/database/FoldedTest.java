package dev.blackstart.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

    @ParameterizedTest
    @CsvSource({ "Jürgen Groß,jurgen gross", "GROẞ,gross", "Søren Kjær,soren kjaer", "Łukasz Żak,lukasz zak",
            "Đorđe,dorde", "İstanbul,istanbul", "Ångström,angstrom", "ﬁne,fine", "Zoë\u200b,zoe", "東京,東京" })
    void of_text_withoutAccentsAndCapitals(String text, String folded) {
        assertThat(Folded.of(text)).isEqualTo(folded);
        assertThat(Folded.of(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(folded);
        assertThat(Folded.of(folded)).as("again").isEqualTo(folded);
    }

    @Test
    void pattern_ofWordsWithWildcards_escaped() {
        assertThat(Folded.containing("50%_Ä!")).isEqualTo("%50!%!_a!!%");
        assertThat(Folded.having("Ä")).isEqualTo("%\na\n%");
        assertThat(Folded.lines("jo", "Jürgen", null)).isEqualTo("\njo\njurgen\n");
    }

    @Test
    void rows_writtenBefore_foldedAtStart_othersStay() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:folded");
                Statement statement = connection.createStatement()) {
            statement.execute("create table person (id uuid, person_key varchar, name varchar, email varchar, folded varchar)");
            statement.execute("create table team (id uuid, team_key varchar, name varchar, folded varchar)");
            statement.execute("create table system_entry (id uuid, system_key varchar, name varchar, folded varchar)");
            statement.execute("create table plan (id uuid, plan_key varchar, name varchar, folded varchar)");
            statement.execute("insert into person values (random_uuid(), 'jo', 'Jürgen Groß', 'Jo@example.org', '')");
            statement.execute("insert into person values (random_uuid(), 'pia', 'Pia', null, 'kept')");
            statement.execute("insert into plan values (random_uuid(), 'p', 'Übung', '')");
            FoldedRows.fill(connection);
            try (ResultSet people = statement.executeQuery("select folded from person order by person_key")) {
                people.next();
                assertThat(people.getString(1)).isEqualTo("\njo\njurgen gross\njo@example.org\n");
                people.next();
                assertThat(people.getString(1)).isEqualTo("kept");
            }
            try (ResultSet plans = statement.executeQuery("select folded from plan")) {
                plans.next();
                assertThat(plans.getString(1)).isEqualTo("\np\nubung\n");
            }
        }
    }
}
