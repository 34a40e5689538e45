package dev.blackstart.web;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people reach this installation. */
@ConfigMapping(prefix = "blackstart.web")
public interface WebConfig {

    /** What people type to get here, without a path. With https, cookies are Secure, and redirects lead to https. */
    @WithDefault("http://127.0.0.1:${quarkus.http.port}")
    String address();

    /** Addresses and networks (CIDR) of the reverse proxies whose X-Forwarded-For and X-Forwarded-Proto count; empty: none. */
    Optional<List<String>> trustedProxies();
}
