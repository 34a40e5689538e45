package dev.blackstart.web;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.enterprise.context.ApplicationScoped;

/** Where people outside reach this installation: what a link in a mail begins with. */
@ApplicationScoped
public class Address {

    private final String root;

    Address(WebConfig config) {
        this.root = checked(config.address().strip().replaceAll("/+$", ""));
    }

    private static String checked(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getRawPath().isEmpty() && uri.getRawQuery() == null) {
                return address;
            }
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(complaint(address), broken);
        }
        throw new IllegalStateException(complaint(address));
    }

    private static String complaint(String address) {
        return "blackstart.web.address must be like https://games.example.org, without a path; it is '" + address + "'";
    }

    /** The whole address of a path that begins with a slash. */
    public String of(String path) {
        return root + path;
    }

    /** Whether people reach it by https. */
    public boolean isSecure() {
        return root.startsWith("https:");
    }
}
