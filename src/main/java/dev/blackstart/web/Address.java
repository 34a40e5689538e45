package dev.blackstart.web;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where people outside reach this installation: what a link in a mail begins with. */
@ApplicationScoped
public class Address {

    private final String root;

    Address(Config config) {
        this.root = config.address().replaceAll("/+$", "");
    }

    /** The whole address of a path that begins with a slash. */
    public String of(String path) {
        return root + path;
    }

    /** Links in mails and feeds. */
    @ConfigMapping(prefix = "blackstart.web")
    interface Config {

        /** What people type to get here, without a path. */
        @WithDefault("http://127.0.0.1:${quarkus.http.port}")
        String address();
    }
}
