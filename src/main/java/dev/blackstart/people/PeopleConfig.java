package dev.blackstart.people;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The embedded users. */
@ConfigMapping(prefix = "blackstart")
public interface PeopleConfig {

    /** Creates the demo people of the README at start; by default on H2 without an identity provider. */
    Optional<Boolean> demo();

    /** The first administrator, where there are no demo people: made at start if nobody has this key. */
    Admin admin();

    /** Signs in with its key. */
    interface Admin {

        /** Key of the first administrator. */
        Optional<String> key();

        /** Password of the first administrator. */
        Optional<String> password();
    }
}
