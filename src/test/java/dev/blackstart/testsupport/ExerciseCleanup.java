package dev.blackstart.testsupport;

import java.time.Duration;

import org.awaitility.Awaitility;

import dev.blackstart.database.Database;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;

/**
 * Deletes the exercises that a test class leaves on PostgreSQL. Else they go on running, and each NO DUFF, list and journal of
 * the later classes has to do with them. People, teams, systems and plans stay.
 */
public final class ExerciseCleanup implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        if (Database.isPostgresql()) {
            Awaitility.await("exercises are deleted").pollInterval(Duration.ofMillis(100)).until(ExerciseCleanup::areDeleted);
        }
    }

    /** Not while something holds their rows: what waits for this statement would wait too. */
    private static boolean areDeleted() {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                sql("set local lock_timeout = '500ms'");
                sql("truncate exercise, journal_entry, delivery, recurring_plan, preparation_file_content, attachment_content cascade");
            });
            return true;
        } catch (RuntimeException held) {
            Log.debug("Exercises are in use", held);
            return false;
        }
    }

    private static void sql(String statement) {
        Panache.getEntityManager().createNativeQuery(statement).executeUpdate();
    }
}
