package dev.blackstart.followup.retest;

import dev.blackstart.testsupport.PostgreSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PostgreSql.class)
class RetestOnPostgreSqlTest extends RetestTest {
}
