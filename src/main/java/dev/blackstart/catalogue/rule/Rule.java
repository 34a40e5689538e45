package dev.blackstart.catalogue.rule;

import dev.blackstart.catalogue.source.PlanNode;

/** Something that must be true of a plan and that a schema cannot say. It is asked of broken plans too. */
public interface Rule {

    void check(PlanNode plan, PlanContext known, Diagnostics remarks);
}
