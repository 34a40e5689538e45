package dev.blackstart.database;

import dev.blackstart.testsupport.PostgreSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PostgreSql.class)
class DatabaseSchemaOnPostgreSqlTest extends DatabaseSchemaTest {
}
