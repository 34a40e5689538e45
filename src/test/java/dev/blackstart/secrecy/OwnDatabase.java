package dev.blackstart.secrecy;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A walk reads every list as everybody: in a database of its own it does not read what other tests left. */
public class OwnDatabase implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.url",
                "jdbc:h2:mem:" + name()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;"
                        + "LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    /** Of the database. */
    String name() {
        return "secrecy";
    }
}
