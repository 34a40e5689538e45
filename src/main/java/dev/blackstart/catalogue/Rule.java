package dev.blackstart.catalogue;

import dev.blackstart.catalogue.source.Spot;

/** Something that must be true of a plan and that a schema cannot say. It is asked of broken plans too. */
interface Rule {

    void check(Spot plan, Known known, Remarks remarks);
}
