package dev.blackstart.catalogue.page;

import dev.blackstart.testsupport.PostgreSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PostgreSql.class)
class PlanApiOnPostgreSqlTest extends PlanApiTest {
}
