package dev.blackstart.library;

import dev.blackstart.testsupport.OnH2;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnH2.class)
class LibraryOnH2Test extends LibraryTest {
}
