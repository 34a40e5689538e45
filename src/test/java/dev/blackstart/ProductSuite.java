package dev.blackstart;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

import dev.blackstart.testsupport.SuiteClasses;

/** Everything that has no suite of its own. */
@Suite
@SelectPackages("dev.blackstart")
@ExcludePackages({ "dev.blackstart.browser", "dev.blackstart.secrecy", "dev.blackstart.security", "dev.blackstart.alerting",
        "dev.blackstart.calling", "dev.blackstart.conduct", "dev.blackstart.drills", "dev.blackstart.lab",
        "dev.blackstart.live",
        "dev.blackstart.recurring" })
class ProductSuite {

    @BeforeSuite
    static void everyClassIsFound() {
        SuiteClasses.mustAllRun(ProductSuite.class);
    }
}
