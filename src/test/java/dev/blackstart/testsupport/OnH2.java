package dev.blackstart.testsupport;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A test class annotated {@code @TestProfile(OnH2.class)} runs on H2 in memory, which is what people get by default: what
 * differs
 * between the databases, and the walks that read every list, in which other tests left nothing.
 */
public class OnH2 implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return TestDatabase.h2();
    }
}
