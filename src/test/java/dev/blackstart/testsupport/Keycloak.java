package dev.blackstart.testsupport;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.common.mapper.TypeRef;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/**
 * A test class annotated {@code @TestProfile(Keycloak.class)} runs with a real Keycloak and the realm that ships for trying it
 * out. It stands behind a door that can be shut, so that it is away at once and back at once.
 */
public class Keycloak implements QuarkusTestProfile {

    public static final String PASSWORD = "blackstart";
    public static final String BREAK_GLASS = "glass";
    public static final String BREAK_GLASS_PASSWORD = "only-in-an-emergency";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static TcpProxy door;
    private static Response beforeItWasThere;

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.credentials.secret", "only-to-try-it-out",
                "blackstart.break-glass.key", BREAK_GLASS, "blackstart.break-glass.password", BREAK_GLASS_PASSWORD,
                "blackstart.live.heartbeat", "PT0.5S");
    }

    /** Shut at first: Blackstart must come up without it. */
    public static class Server implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            try {
                door = new TcpProxy(Ports.free(), KeycloakServer.port());
                return Map.of("quarkus.oidc.auth-server-url", root() + "/realms/blackstart");
            } catch (IOException failed) {
                throw new UncheckedIOException("There is no port for Keycloak", failed);
            }
        }

        @Override
        public void stop() {
            door.shut();
        }
    }

    static String root() {
        return "http://localhost:" + door.port();
    }

    /** What a page answered while Keycloak had not come up yet. */
    public static Response beforeItWasThere() {
        return beforeItWasThere;
    }

    /** Opens the door, and waits the first time until somebody is behind it. */
    public static void isThere() {
        if (beforeItWasThere == null) {
            beforeItWasThere = given().redirects().follow(false).accept("text/html").get("/directory");
        }
        door.open();
        Awaitility.await("Keycloak answers").atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).ignoreExceptions()
                .until(() -> given().get(root() + "/realms/blackstart").statusCode() == 200);
    }

    public static void isAway() {
        door.shut();
    }

    /** What a client of a realm gets for a password: {@code access_token}, {@code id_token}, {@code refresh_token}. */
    public static Response tokens(String realm, String client, String person) {
        return given().formParams(Map.of("client_id", client, "grant_type", "password", "username", person, "password",
                PASSWORD, "scope", "openid")).post(root() + "/realms/" + realm + "/protocol/openid-connect/token");
    }

    public static String token(String person) {
        return tokens("blackstart", "scripts", person).then().statusCode(200).extract().path("access_token");
    }

    /** Does something in Keycloak's own API. @param body null for none @return what it answered */
    public static Response manage(String method, String path, Object body) {
        String token = tokens("master", "admin-cli", KeycloakServer.ADMIN).path("access_token");
        var request = given().auth().oauth2(token).contentType(ContentType.JSON);
        Response answer = (body == null ? request : request.body(body)).request(method, root() + "/admin/realms" + path);
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.asString());
        }
        return answer;
    }

    /** A client like the one for scripts, but for some of it. */
    public static void makeClient(String realm, String name, boolean forBlackstart, int seconds) {
        Map<String, Object> client = new HashMap<>(Map.of("clientId", name, "publicClient", true, "directAccessGrantsEnabled",
                true, "attributes", Map.of("access.token.lifespan", "" + seconds)));
        if (forBlackstart) {
            client.put("protocolMappers", List.of(Map.of("name", "audience", "protocol", "openid-connect", "protocolMapper",
                    "oidc-audience-mapper", "config",
                    Map.of("included.custom.audience", "blackstart", "access.token.claim", "true"))));
        }
        manage("POST", "/" + realm + "/clients", client);
    }

    /** @return its id there */
    public static String makePerson(String realm, String name, String mail, boolean verified, String... roles) {
        manage("POST", "/" + realm + "/users", Map.of("username", name, "email", mail, "emailVerified", verified, "enabled",
                true, "firstName", name, "lastName", "Somebody", "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD))));
        String id = manage("GET", "/" + realm + "/users?exact=true&username=" + name, null).path("[0].id");
        for (String role : roles) {
            role("POST", realm, id, role);
        }
        return id;
    }

    /** @param method POST gives it, DELETE takes it */
    public static void role(String method, String realm, String person, String role) {
        Map<String, Object> known = manage("GET", "/" + realm + "/roles/" + role, null).as(new TypeRef<>() {
        });
        manage(method, "/" + realm + "/users/" + person + "/role-mappings/realm", List.of(known));
    }

    /** How long the tokens of somebody in a browser last. */
    public static void browserTokensLast(int seconds) {
        String id = manage("GET", "/blackstart/clients?clientId=blackstart", null).path("[0].id");
        Map<String, Object> client = manage("GET", "/blackstart/clients/" + id, null)
                .as(new TypeRef<>() {
                });
        Map<String, Object> attributes = new HashMap<>();
        ((Map<?, ?>) client.get("attributes")).forEach((name, value) -> attributes.put((String) name, value));
        attributes.put("access.token.lifespan", "" + seconds);
        client.put("attributes", attributes);
        manage("PUT", "/blackstart/clients/" + id, client);
    }
}
