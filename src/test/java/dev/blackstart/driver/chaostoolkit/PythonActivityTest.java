package dev.blackstart.driver.chaostoolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

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

/** The command is a script that speaks the command line of {@code chaos run} and writes its journal. */
class PythonActivityTest {

    /** The name of the function says what becomes of it; the folder keeps what the command was given. */
    private static final String CHAOS = """
            PATH=/usr/bin:/bin
            test "$1 $2 $3" = "--no-version-check run --journal-path" -a "$5 $6" = "--rollback-strategy never" -a $# = 7 || exit 2
            cp "$7" %1$s/experiment.json
            stat -c %%a "$7" . > %1$s/rights
            env | sed 's/=.*//' | sort > %1$s/names
            pwd >> %1$s/folders
            case $(sed 's/.*"func":"\\([^"]*\\)".*/\\1/' "$7") in
              stop) echo down > %1$s/state; output='"the token is '$BLACKSTART_SECRET_2'"' ;;
              start) echo up > %1$s/state; output='{"replicas":3,"load":NaN}' ;;
              is_up) grep -q up %1$s/state && output=true || output=false ;;
              closed) printf '{"status":"completed","run":[{"status":"failed","exception":["Traceback\\\\n","%%s\\\\n"]}]}' \\
                "chaoslib.exceptions.ActivityFailed: RuntimeError: the shop is closed" > "$4"; exit 0 ;;
              aborted) printf '{"status":"aborted","run":[{"output":null}]}' > "$4"
                printf '\\033[31m[2026-03-01 10:00:00 CRITICAL]\\033[0m Experiment ran into an un expected fatal error\\n'; exit 1 ;;
              unknown) echo "[2026-03-01 10:00:00 ERROR] The python module does not expose a function called 'unknown'"; exit 1 ;;
              flood) head -c 2000000 /dev/zero > "$4"; exit 0 ;;
              hang) sleep 300 & sleep 300 ;;
            esac
            printf '{"status":"completed","deviated":false,"run":[{"status":"succeeded","output":%%s}]}' "$output" > "$4"
            """;

    private static final String STOP = "{'type':'action','name':'close','provider':{'type':'python','module':'shop.chaos',"
            + "'func':'stop','arguments':{'region':'${region}','price':'$5 ${unknown}','login':'a:${token}','n':[3]}}}";

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final DriverCalls fault = new DriverCalls(new TargetSystem("shop", List.of()));
    private ChaosToolkitDriver driver;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("state"), "up");
        Path chaos = Scripts.write(folder, "chaos", CHAOS.formatted(folder));
        driver = driver(Map.of("command", chaos.toString(), "modules", "shop, other", "environment.KUBECONFIG", "/k"));
    }

    private ChaosToolkitDriver driver(Map<String, String> settings) {
        Map<String, String> configuration = new HashMap<>();
        settings.forEach((key, value) -> configuration.put("blackstart.drivers.chaostoolkit." + key, value));
        ProcessConfig config = Configured.mapping(ProcessConfig.class, Map.of());
        CommandFolder commands = new CommandFolder(config);
        TargetSecrets secrets = new TargetSecrets(Configured.with(Map.of("blackstart.secrets.TOKEN", "hunter2-hunter2")));
        AllowedHosts hosts = new AllowedHosts(Set.of(), Duration.ofSeconds(5), InetAddress::getAllByName);
        ProcessRunner runner = new ProcessRunner(config, commands, secrets);
        PythonActivities python = new PythonActivities(Configured.mapping(PythonConfig.class, configuration));
        return new ChaosToolkitDriver(new TargetHttp(hosts, secrets, vertx, new HttpClientOptions()), hosts, runner, commands,
                python, new PythonCalls(python, runner, secrets), secrets, Clock.systemUTC());
    }

    @AfterEach
    void nothingStays() throws IOException {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        Path folders = folder.resolve("folders");
        if (Files.exists(folders)) {
            assertThat(Files.readAllLines(folders)).allSatisfy(one -> assertThat(Path.of(one)).doesNotExist());
        }
    }

    private static String settings(String rest) {
        return "{'driver':'chaostoolkit','experiment':{'title':'t','description':'d','configuration':{'region':'eu-1',"
                + "'login':{'user':'${secret:TOKEN}'}},'secrets':{'s':{'token':{'type':'env','key':'TOKEN'}}}," + rest + "}}";
    }

    private DriverCall call(String rest) {
        return fault.call(settings(rest));
    }

    private static String python(String function) {
        return "'method':[{'type':'action','name':'act','provider':{'type':'python','module':'shop','func':'" + function
                + "'}}]";
    }

    private DriverFailed failure(String function) {
        return catchThrowableOfType(DriverFailed.class, () -> driver.inject(call(python(function))));
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    @Test
    void inject_pythonAction_experimentOfOneActivityIsRun() throws IOException {
        JsonNode journal = new ObjectMapper().readTree(driver.inject(call("'method':[" + STOP + "]")));
        assertThat(Files.readString(folder.resolve("state"))).isEqualTo("down\n");
        assertThat(journal.at("/run/0/status").asText()).isEqualTo("succeeded");
        assertThat(journal.at("/run/0/activity/name").asText()).isEqualTo("close");
        assertThat(journal.path("status").asText()).isEqualTo("completed");
        JsonNode run = json("experiment.json");
        assertThat(run.path("method")).hasSize(1);
        assertThat(run.at("/method/0/provider/module").asText()).isEqualTo("shop.chaos");
        assertThat(run.at("/method/0/provider/arguments").toString()).isEqualTo("{\"region\":\"eu-1\","
                + "\"price\":\"$$5 $${unknown}\",\"login\":\"${blackstart_2}\",\"n\":[3]}");
        assertThat(run.path("configuration").toString()).isEqualTo("{\"region\":\"eu-1\",\"login\":{\"type\":\"env\","
                + "\"key\":\"BLACKSTART_SECRET_1\",\"env_var_type\":\"json\"}}");
        assertThat(run.has("rollbacks") || run.has("steady-state-hypothesis")).isFalse();
    }

    @Test
    void inject_secrets_inTheEnvironmentAlone() throws IOException {
        JsonNode journal = new ObjectMapper().readTree(driver.inject(
                call("'method':[" + STOP.replace("}}}", "},'secrets':['s']}}") + "]")));
        assertThat(Files.readString(folder.resolve("experiment.json"))).doesNotContain("hunter2").contains(
                "\"s\":{\"token\":{\"type\":\"env\",\"key\":\"BLACKSTART_SECRET_3\"}}");
        assertThat(journal.toString() + fault.saved.get()).doesNotContain("hunter2").contains("the token is");
        assertThat(Files.readAllLines(folder.resolve("names"))).contains("KUBECONFIG", "BLACKSTART_TARGETS", "LANG",
                "BLACKSTART_SECRET_1", "BLACKSTART_SECRET_3").doesNotContain("HOME", "USER", "JAVA_HOME");
        assertThat(Files.readAllLines(folder.resolve("rights"))).containsExactly("600", "700");
    }

    @Test
    void hypothesis_pythonProbe_comparedWithItsTolerance() throws IOException {
        String probe = "{'type':'probe','name':'up','tolerance':true,'provider':{'type':'python','module':'shop','func':'is_up'}}";
        String rest = "'steady-state-hypothesis':{'title':'x','probes':[" + probe + "]},'method':[" + STOP + "]";
        JsonNode journal = new ObjectMapper().readTree(driver.inject(call(rest)));
        assertThat(journal.at("/steady_states/before/steady_state_met").asBoolean()).isTrue();
        assertThat(journal.at("/steady_states/after/steady_state_met").asBoolean()).isFalse();
        assertThat(catchThrowableOfType(DriverFailed.class, () -> driver.inject(call(rest))))
                .hasMessageContaining("The steady state is not met");
    }

    @Test
    void revert_pythonRollback_outputIsKept() throws IOException {
        JsonNode journal = new ObjectMapper().readTree(driver.revert(call(python("start").replace("method", "rollbacks"))));
        assertThat(journal.at("/rollbacks/0/output/replicas").asInt()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("state"))).isEqualTo("up\n");
    }

    @Test
    void inject_functionFails_reasonOfItsLastLine() {
        assertThat(failure("closed")).hasMessage("An action failed: act: RuntimeError: the shop is closed");
        assertThat(failure("aborted"))
                .hasMessage(
                        "An action failed: act: Chaos Toolkit ended it as aborted: Experiment ran into an un expected fatal error");
        assertThat(failure("unknown")).hasMessage("An action failed: act: Chaos Toolkit wrote no journal (status 1):"
                + " The python module does not expose a function called 'unknown'");
        assertThat(failure("flood")).hasMessageContaining("journal has more than 1,000,000 bytes");
    }

    @Test
    void inject_functionHangs_endedAtTheDeadlineWithItsFiles() {
        DriverCall call = fault.call(settings(python("hang")), Duration.ofMillis(800));
        assertThat(catchThrowableOfType(DriverFailed.class, () -> driver.inject(call)))
                .hasMessageContaining("did not end within");
    }

    @Test
    void abandon_callOfAPlatformThatDied_endsItsProcessesAndDeletesItsFiles() throws IOException {
        DriverCall call = call(python("hang"));
        CompletableFuture<DriverFailed> running = CompletableFuture.supplyAsync(() -> failure("hang"));
        await().until(() -> Files.exists(folder.resolve("folders")));
        driver.abandon(call);
        assertThat(running.join()).hasMessageContaining("Chaos Toolkit wrote no journal (status 137): it wrote nothing.");
        Path left = Files.createTempDirectory("blackstart-chaos-" + call.id() + "-");
        Files.writeString(left.resolve("experiment.json"), "{}");
        driver.abandon(call);
        assertThat(left).doesNotExist();
    }

    @Test
    void configuration_objectThatChaosToolkitWouldRun_refused() {
        String rest = settings(python("stop")).replace("'region':'eu-1'", "'region':{'type':'env','key':'R'}")
                .replace("'experiment'",
                        "'configuration':{'region':{'type':'probe','provider':{'type':'process','path':'id'}}},"
                                + "'experiment'");
        assertThat(catchThrowableOfType(DriverFailed.class, () -> driver.inject(fault.call(rest)))).hasMessageContaining(
                "'region' is an object of type 'probe'");
        assertThat(folder.resolve("folders")).doesNotExist();
    }

    @Test
    void problems_onlyWhatIsAllowedMayBeCalled() {
        JsonNode stop = DriverCalls.json(settings("'method':[" + STOP.replace("${unknown}", "") + "]"));
        assertThat(driver.problems(stop, fault.targets())).isEmpty();
        assertThat(driver.problems(DriverCalls.json(settings("'method':[" + STOP.replace("shop.chaos", "os") + "]")),
                fault.targets()))
                .anyMatch(one -> one.equals("close: Python function os.stop is not called here: the module os is"
                        + " not allowed, add it to blackstart.drivers.chaostoolkit.modules."));
        assertThat(driver(Map.of("command", "chaos", "modules", "shop")).problems(stop, fault.targets())).singleElement()
                .asString().contains("is not the absolute path of an executable file");
        assertThat(driver.problems(DriverCalls.json(settings(python("stop").replace("'func'", "'secrets':['s'],'func'"))
                .replace("TOKEN", "OTHER")), fault.targets()))
                .contains("act: Secret OTHER is not set; set blackstart.secrets.OTHER.");
        assertThat(driver.isSwitchedOn()).isTrue();
        assertThat(driver(Map.of()).isSwitchedOn()).isFalse();
    }
}
