package dev.blackstart.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Breaks single rows by SQL, as a bug or a careless hand would. */
public final class Damage {

    private Damage() {
    }

    /** One statement that changes exactly one row; {@code ?1} and so on are the values. */
    public static void sql(String statement, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            Query query = Panache.getEntityManager().createNativeQuery(statement);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            assertThat(query.executeUpdate()).isEqualTo(1);
        });
    }

    /** Another body for one item of a timeline. */
    public static void body(GameDay day, String key, String body) {
        sql("update timeline_item set body = ?1 where item_key = ?2 and exercise_id = ?3", body, key, UUID.fromString(day.id));
    }

    /** A message with a subject for which no column has room. */
    public static void tooLong(GameDay day, String key) {
        body(day, key, "{\"message\": {\"to\": \"everyone\", \"by\": [\"email\"], \"text\": \"x\", \"subject\": \""
                + "x".repeat(2_000) + "\"}}");
    }
}
