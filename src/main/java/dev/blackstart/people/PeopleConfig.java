package dev.blackstart.people;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The embedded users. */
@ConfigMapping(prefix = "blackstart")
public interface PeopleConfig {

    /** Make the demo people of the README at start; on H2 unless said otherwise, refused in production. */
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
