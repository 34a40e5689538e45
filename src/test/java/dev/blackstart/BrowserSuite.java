package dev.blackstart;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

import dev.blackstart.testsupport.SuiteClasses;

/**
 * What people do in a browser, and how they sign in: one Keycloak serves both. A suite is one process of a test run; the three
 * run
 * at the same time.
 */
@Suite
@SelectPackages({ "dev.blackstart.browser", "dev.blackstart.security" })
class BrowserSuite {

    @BeforeSuite
    static void everyClassIsFound() {
        SuiteClasses.mustAllRun(BrowserSuite.class);
    }
}
