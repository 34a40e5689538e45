package dev.blackstart;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

import dev.blackstart.testsupport.SuiteClasses;

/** What happens while an exercise runs: these tests wait more than they compute. */
@Suite
@SelectPackages({ "dev.blackstart.alerting", "dev.blackstart.calling", "dev.blackstart.conduct", "dev.blackstart.drills",
        "dev.blackstart.lab", "dev.blackstart.live", "dev.blackstart.recurring" })
class ConductSuite {

    @BeforeSuite
    static void everyClassIsFound() {
        SuiteClasses.mustAllRun(ConductSuite.class);
    }
}
