package dev.blackstart.people;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The embedded users. */
@ConfigMapping(prefix = "blackstart")
public interface PeopleConfig {

    /** Creates the demo people of the README at start; by default on H2 without an identity provider. */
    Optional<Boolean> demo();

    /** Cost of a password hash (bcrypt): one more doubles the time of a sign-in. At least 10. */
    @WithDefault("10")
    int passwordCost();

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
