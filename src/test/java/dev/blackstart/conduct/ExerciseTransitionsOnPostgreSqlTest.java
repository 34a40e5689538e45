package dev.blackstart.conduct;

import dev.blackstart.conduct.transition.ExerciseTransitionsTest;
import dev.blackstart.testsupport.PostgreSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PostgreSql.class)
class ExerciseTransitionsOnPostgreSqlTest extends ExerciseTransitionsTest {
}
