package dev.blackstart.notify;

import java.util.Map;

import dev.blackstart.testsupport.PostgreSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(PostOnPostgreSqlTest.OnPostgreSql.class)
class PostOnPostgreSqlTest extends PostTest {

    public static class OnPostgreSql extends PostgreSql {
        @Override
        public Map<String, String> getConfigOverrides() {
            return RealPost.settings();
        }
    }
}
