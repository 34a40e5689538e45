package dev.blackstart.findings.attachment;

import dev.blackstart.testsupport.PostgreSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PostgreSql.class)
class AttachmentOnPostgreSqlTest extends AttachmentTest {
}
