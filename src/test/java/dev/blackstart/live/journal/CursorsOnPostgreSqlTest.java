package dev.blackstart.live.journal;

import dev.blackstart.testsupport.PostgreSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PostgreSql.class)
class CursorsOnPostgreSqlTest extends CursorsTest {
}
