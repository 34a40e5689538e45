package dev.blackstart;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

import dev.blackstart.testsupport.SuiteClasses;

/** The walks over every route as everybody who must not know. */
@Suite
@SelectPackages("dev.blackstart.secrecy")
class SecrecySuite {

    @BeforeSuite
    static void everyClassIsFound() {
        SuiteClasses.mustAllRun(SecrecySuite.class);
    }
}
