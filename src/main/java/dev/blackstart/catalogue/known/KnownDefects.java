package dev.blackstart.catalogue.known;

/** Which latent defects a plan may name: whoever keeps defects tells the import, which only warns about the others. */
public interface KnownDefects {

    /**
     * @param name reference or id
     * @param importer person key; what they may not see they do not know. {@code blackstart} knows all
     */
    boolean knows(String name, String importer);
}
