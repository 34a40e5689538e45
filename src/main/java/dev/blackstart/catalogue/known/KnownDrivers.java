package dev.blackstart.catalogue.known;

import java.util.Set;

/** Which drivers can be used here: whoever has drivers tells the import, which only warns about the others. */
public interface KnownDrivers {

    /** Names as plans write them. */
    Set<String> switchedOn();
}
