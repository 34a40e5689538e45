package dev.blackstart.security.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;

/** The identity provider, where there is one: then it signs people in, and no password of ours does. */
@ApplicationScoped
public class OidcProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final boolean on;
    private final Optional<URI> address;
    private final boolean behindProxy;
    private final Config config;
    private final NetClient client;

    OidcProvider(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean on,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<URI> address,
            @ConfigProperty(name = "quarkus.oidc.proxy.host") Optional<String> proxy, Config config, Vertx vertx) {
        this.on = on;
        this.address = address;
        this.behindProxy = proxy.isPresent();
        this.config = config;
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
    }

    /** Signing in by an identity provider; the rest of it is configured under {@code quarkus.oidc}. */
    @ConfigMapping(prefix = "blackstart.sign-in")
    interface Config {

        /** What people call the identity provider. */
        @WithDefault("your organisation")
        String provider();
    }

    public boolean isOn() {
        return on;
    }

    /** What people call it. */
    public String name() {
        return config.provider();
    }

    /** Whether somebody is there to send people to: a browser that is sent to nobody shows a page that helps nobody. */
    public Uni<Boolean> answers() {
        if (behindProxy || address.isEmpty()) {
            return Uni.createFrom().item(true);
        }
        URI there = address.get();
        int port = there.getPort() > 0 ? there.getPort() : "https".equals(there.getScheme()) ? 443 : 80;
        return Uni.createFrom().completionStage(() -> client.connect(port, there.getHost()).toCompletionStage())
                .onItem().transform(socket -> {
                    socket.close();
                    return true;
                }).ifNoItem().after(PATIENCE).fail().onFailure().recoverWithItem(false);
    }
}
