package dev.blackstart.security.oidc;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.blackstart.web.Address;
import dev.blackstart.web.PageContext;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where somebody's session at the identity provider ends, which outlives the one here. */
@ApplicationScoped
public class ProviderLogout {

    private final OidcProvider oidcProvider;
    private final TenantConfigBean tenants;
    private final Address address;
    private final String client;

    ProviderLogout(OidcProvider oidcProvider, TenantConfigBean tenants, Address address,
            @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
        this.oidcProvider = oidcProvider;
        this.tenants = tenants;
        this.address = address;
        this.client = client;
    }

    @CheckedTemplate(basePath = "security")
    static class Templates {
        /**
         * @param providerEnd a browser goes there by itself, if the provider answers; a form's answer may not send it elsewhere
         */
        static native TemplateInstance signedOut(PageContext page, String provider, String providerEnd, boolean answers);
    }

    /** Our own sign-in page, as the browser knows it. @param asked what it asked for */
    public URI back(URI asked) {
        return address.isSecure() ? URI.create(address.of("/login")) : asked.resolve("/login");
    }

    /** What somebody reads who signed out here. */
    public TemplateInstance page(String idToken, URI back, boolean answers) {
        return Templates.signedOut(new PageContext("Signed out", null, null), oidcProvider.name(), address(idToken, back),
                answers);
    }

    /**
     * @param idToken whose session; null where it is not known, then the provider asks
     * @param back where people are sent afterwards
     * @return null where the provider has no such place, or has not told of it yet
     */
    public String address(String idToken, URI back) {
        OidcConfigurationMetadata known = oidcProvider.isOn() ? tenants.getDefaultTenant().getOidcMetadata() : null;
        if (known == null || known.getEndSessionUri() == null) {
            return null;
        }
        UriBuilder address = UriBuilder.fromUri(known.getEndSessionUri()).queryParam("client_id", client)
                .queryParam("post_logout_redirect_uri", "{back}");
        return (idToken == null ? address : address.queryParam("id_token_hint", idToken)).build(back).toString();
    }
}
