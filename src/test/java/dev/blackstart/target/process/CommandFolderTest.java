package dev.blackstart.target.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.testsupport.Configured;
import dev.blackstart.testsupport.Scripts;

class CommandFolderTest {

    @TempDir
    private Path place;

    private Path folder;
    private CommandFolder commands;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(place.resolve("commands"));
        Scripts.write(place, "outside", "echo outside");
        Scripts.write(folder, "stop", "echo stop");
        Scripts.write(Files.createDirectory(folder.resolve("pg")), "promote", "echo promote");
        commands = commands(folder);
    }

    private static CommandFolder commands(Path folder) {
        return new CommandFolder(Configured.mapping(ProcessConfig.class, Map.of("blackstart.drivers.process.enabled", "true",
                "blackstart.drivers.process.folder", folder.toString())));
    }

    private List<String> problems(String... command) {
        return commands.problems(List.of(command));
    }

    @ParameterizedTest
    @ValueSource(strings = { "stop", "pg/promote" })
    void problems_ofTheFolder_none(String name) {
        assertThat(problems(name, "primary", "--now", "http://x/?a=1&b=2", "${secret:token}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = { "../outside, leads out of the folder",
            "pg/../../outside, leads out of the folder",
            "/bin/sh, is an absolute path", "\"stop;\", characters of a shell", "\"stop primary\", characters of a shell",
            "$(stop), characters of a shell", "stop|cat, characters of a shell", "nothing, is not in the folder",
            "pg, is not an executable file", "-c, is no file name", "\"\", is no file name", "pg//promote, is no file name",
            ".hidden, is no file name" })
    void problems_badName_said(String name, String why) {
        assertThat(problems(name)).singleElement().asString().contains(why);
    }

    @Test
    void problems_linkOutOfTheFolder_said() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), place.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("up"), place);
        Files.createSymbolicLink(folder.resolve("inside"), folder.resolve("stop"));
        assertThat(problems("link")).singleElement().asString().contains("is a link that leads out of the folder");
        assertThat(problems("up/outside")).singleElement().asString().contains("is a link that leads out of the folder");
        assertThat(problems("inside")).isEmpty();
    }

    @Test
    void problems_folderIsALinkItself_none() throws IOException {
        Path link = Files.createSymbolicLink(place.resolve("link-to-commands"), folder);
        assertThat(commands(link).problems(List.of("stop"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "|", "&&", ">", "2>&1", ";", "primary;", "$(id)", "`id`", "x${HOME}" })
    void problems_shellSyntaxAsArgument_said(String argument) {
        assertThat(problems("stop", argument)).singleElement().asString().contains("is shell syntax");
    }

    @Test
    void problems_argumentsThatNoCommandTakes_said() {
        assertThat(problems("stop", "a\nb")).singleElement().asString().contains("Argument 1 holds a line break");
        assertThat(problems("stop", "x".repeat(9_000))).singleElement().asString().contains("is longer than");
        assertThat(commands.problems(Collections.nCopies(102, "stop"))).singleElement().asString().contains("more than 100");
        assertThat(commands.problems(List.of())).singleElement().asString().contains("is empty");
    }

    @Test
    void problems_folderMissing_said() {
        assertThat(commands(place.resolve("gone")).problems(List.of("stop"))).singleElement().asString()
                .contains("is not there");
    }

    @Test
    void problems_notExecutable_said() throws IOException {
        Files.writeString(folder.resolve("text"), "echo");
        assertThat(problems("text")).singleElement().asString().contains("is not an executable file");
    }
}
