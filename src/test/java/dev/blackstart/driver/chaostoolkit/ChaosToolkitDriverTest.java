package dev.blackstart.driver.chaostoolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import dev.blackstart.driver.DriverCall;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.experiment.PythonActivities;
import dev.blackstart.experiment.PythonConfig;
import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.target.process.CommandFolder;
import dev.blackstart.target.process.ProcessConfig;
import dev.blackstart.target.process.ProcessRunner;
import dev.blackstart.testsupport.Configured;
import dev.blackstart.testsupport.DriverCalls;
import dev.blackstart.testsupport.Scripts;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** Real commands and a real server; the state of the shop is a file. */
class ChaosToolkitDriverTest {

    private static final String UP = "{'type':'probe','name':'up','tolerance':200,'provider':{'type':'http','url':'${url}/state'}}";
    private static final String STOP = "{'type':'action','name':'stop','provider':{'type':'process','path':'set',"
            + "'arguments':'down \\'for now\\' ${token}'}}";

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final DriverCalls fault = new DriverCalls(new TargetSystem("shop", List.of("127.0.0.1")));
    private HttpServer server;
    private ChaosToolkitDriver driver;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("state"), "up");
        Scripts.write(folder, "set", "echo \"$1\" > state; echo \"$#:$2:$3\" >> calls");
        Scripts.write(folder, "broken", "echo no; exit 4");
        Scripts.write(folder, "slow", "sleep 1; echo slow >> calls");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/state", exchange -> {
            boolean up = Files.readString(folder.resolve("state")).strip().equals("up");
            byte[] body = "{\"state\":\"ok\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(up ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        ProcessConfig config = Configured.mapping(ProcessConfig.class, Map.of("blackstart.drivers.process.enabled", "true",
                "blackstart.drivers.process.folder", folder.toString()));
        CommandFolder commands = new CommandFolder(config);
        TargetSecrets secrets = new TargetSecrets(Configured.with(Map.of("blackstart.secrets.TOKEN", "hunter2-hunter2")));
        AllowedHosts hosts = new AllowedHosts(Set.of("127.0.0.1"), Duration.ofSeconds(5), InetAddress::getAllByName);
        ProcessRunner runner = new ProcessRunner(config, commands, secrets);
        PythonActivities python = new PythonActivities(Configured.mapping(PythonConfig.class, Map.of()));
        driver = new ChaosToolkitDriver(new TargetHttp(hosts, secrets, vertx, new HttpClientOptions()), hosts, runner, commands,
                python, new PythonCalls(python, runner, secrets), secrets, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String settings(String rest) {
        return ("{'driver':'chaostoolkit','experiment':{'title':'t','description':'d',"
                + "'configuration':{'url':'http://127.0.0.1:" + server.getAddress().getPort() + "'},"
                + "'secrets':{'s':{'token':{'type':'env','key':'TOKEN'}}}," + rest + "}}");
    }

    private DriverCall call(String rest) {
        return fault.call(settings(rest).replace("\\'", "\\u0027"));
    }

    private static String hypothesis(String runtime) {
        return "'steady-state-hypothesis':{'title':'up','probes':[" + UP + "]}" + runtime + ",";
    }

    private static JsonNode journal(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    @Test
    void inject_hypothesisMethodHypothesis_journalSaysThatItDeviated() throws IOException {
        JsonNode journal = journal(driver.inject(call(hypothesis("") + "'method':[" + STOP + "]")));
        assertThat(journal.at("/steady_states/before/steady_state_met").asBoolean()).isTrue();
        assertThat(journal.at("/steady_states/after/steady_state_met").asBoolean()).isFalse();
        assertThat(journal.path("deviated").asBoolean()).isTrue();
        assertThat(journal.path("status").asText()).isEqualTo("completed");
        assertThat(journal.at("/run/0/status").asText()).isEqualTo("succeeded");
        assertThat(journal.at("/run/0/output/status").asInt()).isZero();
        assertThat(calls()).containsExactly("3:for now:hunter2-hunter2");
        assertThat(journal.toString() + fault.saved.get()).doesNotContain("hunter2");
    }

    @Test
    void inject_steadyStateNotMet_methodIsNotRun() throws IOException {
        Files.writeString(folder.resolve("state"), "down");
        DriverFailed failed = catchThrowableOfType(DriverFailed.class,
                () -> driver.inject(call(hypothesis("") + "'method':[" + STOP + "]")));
        assertThat(failed).hasMessageContaining("nothing was done to the target");
        assertThat(failed.output).contains("\"deviated\":true");
        assertThat(calls()).isEmpty();
    }

    @Test
    void revert_playsAllRollbacks_andEndsTheJournalOfTheFault() throws IOException {
        driver.inject(call("'method':[" + STOP + "]"));
        JsonNode journal = journal(driver.revert(call("'rollbacks':[" + STOP.replace("down", "up") + "]")));
        assertThat(journal.path("run")).hasSize(1);
        assertThat(journal.at("/rollbacks/0/status").asText()).isEqualTo("succeeded");
        assertThat(Files.readString(folder.resolve("state"))).isEqualTo("up\n");
    }

    @Test
    void revert_oneFails_othersArePlayedAndItIsTold() throws IOException {
        DriverFailed failed = catchThrowableOfType(DriverFailed.class, () -> driver.revert(call("'rollbacks':[{'type':'action',"
                + "'name':'bad','provider':{'type':'process','path':'broken'}}," + STOP.replace("down", "up") + "]")));
        assertThat(failed).hasMessage("An action failed: bad: It ended with status 4.");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void method_backgroundAndPausesAndReferences_inOrder() throws IOException {
        JsonNode journal = journal(driver.inject(call("'method':[{'type':'action','name':'later','background':true,"
                + "'provider':{'type':'process','path':'slow'}},"
                + STOP.replace("'name':'stop'", "'name':'stop','pauses':{'before':0.05}")
                + ",{'ref':'stop'}]")));
        assertThat(journal.path("run")).hasSize(3);
        assertThat(journal.at("/run/0/status").asText()).isEqualTo("succeeded");
        assertThat(calls()).hasSize(3).last().isEqualTo("slow");
    }

    @Test
    void hypothesis_continuously_checkedDuringTheMethodToo() {
        JsonNode journal = journal(driver.inject(call(
                hypothesis(",'runtime':{'hypothesis':{'strategy':'continuously'}}")
                        + "'method':[{'type':'action','name':'later',"
                        + "'pauses':{'after':1.5},'provider':{'type':'process','path':'slow'}}]")));
        assertThat(journal.at("/steady_states/during").size()).isGreaterThanOrEqualTo(2);
        assertThat(journal.path("deviated").asBoolean()).isFalse();
    }

    @Test
    void pause_longerThanTheDeadline_failsInTime() {
        DriverCall call = fault.call(settings("'method':[{'type':'action','name':'x','pauses':{'before':60},"
                + "'provider':{'type':'process','path':'slow'}}]"), Duration.ofMillis(300));
        assertThat(catchThrowableOfType(DriverFailed.class, () -> driver.inject(call)))
                .hasMessageContaining("over its deadline");
    }

    @Test
    void problems_whatCannotRunHere_eachWithItsActivity() {
        List<String> problems = driver.problems(DriverCalls.json(settings("'method':["
                + "{'type':'action','name':'a','provider':{'type':'process','path':'/bin/sh','arguments':'-c x | y'}},"
                + "{'type':'action','name':'b','provider':{'type':'python','module':'m','func':'f'}},"
                + "{'type':'action','name':'c','provider':{'type':'http','url':'http://127.0.0.2/'}},"
                + "{'type':'action','name':'d','provider':{'type':'http','url':'${nothing}'}}]")), fault.targets());
        assertThat(problems).anyMatch(one -> one.startsWith("a: No shell runs, so |"))
                .anyMatch(one -> one.startsWith("a: Command /bin/sh is an absolute path"))
                .anyMatch(one -> one.equals("b: Python activities are not run here."))
                .anyMatch(one -> one.startsWith("c: ") && one.contains("127.0.0.2"))
                .anyMatch(one -> one.equals("d: Nothing is named 'nothing'."));
        assertThat(driver.problems(DriverCalls.json(settings("'method':[{'ref':'gone'}]")), fault.targets())).singleElement()
                .asString().startsWith("There is no activity named 'gone'.");
        assertThat(driver.problems(DriverCalls.json(settings("'method':[]")), fault.targets())).isEmpty();
    }

    @Test
    void problems_toleranceThatIsAProbe_checkedAsWell() {
        assertThat(driver.problems(DriverCalls.json(settings("'steady-state-hypothesis':{'title':'x','probes':[" + UP.replace(
                "'tolerance':200",
                "'tolerance':{'type':'probe','name':'judge','provider':{'type':'process','path':'nowhere'}}")
                + "]},'method':[]")), fault.targets()))
                .containsExactly("up: Command nowhere is not in the folder for commands.");
    }

    @Test
    void problems_valueInAPath_isNotFilledIn() {
        assertThat(driver.problems(DriverCalls.json(settings("'method':[{'type':'action','name':'a',"
                + "'provider':{'type':'process','path':'${url}'}}]")), fault.targets())).singleElement().asString()
                .startsWith("a: Command ${url} holds characters of a shell");
    }

    private static String measured(String command, String rest) {
        return rest.replace("'configuration':{", "'configuration':{'leader':{'type':'probe','name':'leader','provider':"
                + "{'type':'process','path':'" + command + "','arguments':['${url}']}},");
    }

    @Test
    void configuration_probe_measuredBeforeTheMethodAndKeptForTheRollbacks() throws IOException {
        Scripts.write(folder, "leader", "echo \"node-$(grep -c . state):$1\"; echo >> state");
        String stop = "{'type':'action','name':'stop','provider':{'type':'process','path':'set','arguments':['x','${leader}']}}";
        JsonNode journal = journal(driver.inject(fault.call(measured("leader", settings("'method':[" + stop + "]")))));
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThat(calls()).containsExactly("2:node-1:" + url + ":");
        assertThat(journal.at("/configuration/leader").asText()).isEqualTo("node-1:" + url);
        driver.revert(fault.call(measured("leader", settings("'rollbacks':[" + stop + "]"))));
        assertThat(calls()).as("the value of the fault").containsExactly("2:node-1:" + url + ":", "2:node-1:" + url + ":");
    }

    @Test
    void configuration_probeOfHttp_bodyIsTheValue() throws IOException {
        String rest = settings("'method':[{'type':'action','name':'stop','provider':{'type':'process','path':'set',"
                + "'arguments':['x','${state}']}}]").replace("'configuration':{", "'configuration':{'state':{'type':'probe',"
                        + "'provider':{'type':'http','url':'${url}/state'}},");
        JsonNode journal = journal(driver.inject(fault.call(rest)));
        assertThat(journal.at("/configuration/state/state").asText()).isEqualTo("ok");
        assertThat(calls()).containsExactly("2:{\"state\":\"ok\"}:");
    }

    @Test
    void configuration_probeThatFails_nothingIsDoneWhereItsValueIsNeeded() throws IOException {
        Scripts.write(folder, "leak", "echo '${secret:TOKEN}'");
        String needed = settings("'method':[" + STOP.replace("${token}", "${leader}").replace("\\'", "") + "]");
        assertThat(catchThrowableOfType(DriverFailed.class, () -> driver.inject(fault.call(measured("broken", needed)))))
                .hasMessage("Configuration 'leader' could not be measured: It ended with status 4."
                        + " Nothing was done to the target.");
        assertThat(catchThrowableOfType(DriverFailed.class, () -> driver.inject(fault.call(measured("leak", needed)))))
                .hasMessageContaining("contains a secret, or a text that refers to one");
        assertThat(calls()).isEmpty();
        driver.inject(fault.call(measured("broken", settings("'method':[" + STOP.replace("\\'", "") + "]"))));
        assertThat(calls()).hasSize(1);
    }

    @Test
    void problems_measuredValues_checkedAsFarAsTheyAreKnown() {
        String rest = settings("'method':[{'type':'action','name':'a','provider':{'type':'process','path':'set',"
                + "'arguments':['${leader}']}},{'type':'action','name':'b','provider':{'type':'http','url':'http://${leader}/x'}},"
                + "{'type':'action','name':'c','provider':{'type':'http','url':'${url}/${leader}'}},"
                + "{'type':'action','name':'d','provider':{'type':'http','url':'http://127.0.0.2/${leader}'}},"
                + "{'type':'action','name':'e','provider':{'type':'process','path':'set','arguments':['${other}']}}]");
        assertThat(driver.problems(DriverCalls.json(measured("broken", rest)), fault.targets()))
                .allMatch(one -> one.startsWith("d: ") || one.startsWith("e: ")).anyMatch(one -> one.contains("127.0.0.2"))
                .contains("e: Nothing is named 'other'.");
        assertThat(driver.problems(DriverCalls.json(measured("missing", rest)), fault.targets()))
                .contains("Configuration 'leader': Command missing is not in the folder for commands.");
        assertThat(driver.describe(DriverCalls.json(measured("broken", rest)), fault.targets())).hasSize(6)
                .contains("a: run [set, ${leader}]").element(0).asString()
                .startsWith("configuration leader: run [broken, http:");
    }

    @Test
    void describe_oneLineEach_secretsStayReferences() {
        assertThat(driver.describe(DriverCalls.json(settings("'method':[" + STOP.replace("\\'", "") + "]")), fault.targets()))
                .containsExactly("stop: run [set, down, for, now, ${secret:TOKEN}]");
    }
}
