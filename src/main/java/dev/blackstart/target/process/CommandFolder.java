package dev.blackstart.target.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.target.TargetRefused;

/** The only folder that commands are taken from. */
@ApplicationScoped
public class CommandFolder {

    private static final int MOST_ARGUMENTS = 100;
    private static final int LONGEST_ARGUMENT = 8_192;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
    private static final Pattern SHELL_CHARACTERS = Pattern.compile("[;|&<>$`\"'\\\\*?(){}\\[\\]!~#\\s]");
    private static final Pattern SHELL_SYNTAX = Pattern.compile(
            "[0-9]?[<>]{1,2}(&[0-9-])?|[|&]{1,2}|;|.+;|.*(\\$\\(|\\$\\{|`).*",
            Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:[^}]*}");

    private final ProcessConfig config;

    public CommandFolder(ProcessConfig config) {
        this.config = config;
    }

    public boolean isSwitchedOn() {
        return config.enabled() && config.folder().isPresent();
    }

    /** Why this command cannot be run here, a sentence each; empty where it can. */
    public List<String> problems(List<String> command) {
        List<String> problems = new ArrayList<>();
        try {
            resolve(command);
        } catch (TargetRefused refused) {
            problems.add(refused.getMessage());
        }
        for (int i = 1; i < command.size(); i++) {
            String argument = SECRET.matcher(command.get(i)).replaceAll("");
            if (SHELL_SYNTAX.matcher(argument).matches()) {
                problems.add("Argument %d (%s) is shell syntax; no shell runs, the command would get it as text."
                        .formatted(i, command.get(i)));
            }
        }
        return problems;
    }

    /** The folder itself. @throws TargetRefused where commands are switched off or it is not there */
    Path folder() {
        if (!config.enabled()) {
            throw new TargetRefused("Commands are switched off; blackstart.drivers.process.enabled switches them on.");
        }
        Path folder = config.folder().orElseThrow(() -> new TargetRefused(
                "There is no folder for commands; set blackstart.drivers.process.folder."));
        try {
            return folder.toRealPath();
        } catch (IOException missing) {
            throw new TargetRefused("The folder for commands, %s, is not there.".formatted(folder));
        }
    }

    /**
     * The file to run, by its real path: what was checked is what is started.
     *
     * @throws TargetRefused where it is none of the folder's
     */
    Path resolve(List<String> command) {
        Path folder = folder();
        if (command.isEmpty()) {
            throw new TargetRefused("The command is empty; write its name and its arguments as a list.");
        }
        String name = command.get(0);
        checkName(name);
        checkArguments(command);
        Path file = folder.resolve(name);
        Path real;
        try {
            real = file.toRealPath();
        } catch (IOException missing) {
            throw new TargetRefused("Command %s is not in the folder for commands.".formatted(name));
        }
        if (!real.startsWith(folder)) {
            throw new TargetRefused("Command %s is a link that leads out of the folder for commands.".formatted(name));
        }
        if (!Files.isRegularFile(real) || !Files.isExecutable(real)) {
            throw new TargetRefused("Command %s is not an executable file.".formatted(name));
        }
        return real;
    }

    private static void checkName(String name) {
        if (name.startsWith("/")) {
            throw new TargetRefused(
                    "Command %s is an absolute path; write its name in the folder for commands.".formatted(name));
        }
        if (List.of(name.split("/", -1)).contains("..")) {
            throw new TargetRefused("Command %s leads out of the folder for commands by '..'.".formatted(name));
        }
        if (SHELL_CHARACTERS.matcher(name).find()) {
            throw new TargetRefused(("Command %s holds characters of a shell or spaces; no shell runs, write name and arguments"
                    + " as a list.").formatted(name));
        }
        if (!NAME.matcher(name).matches()) {
            throw new TargetRefused("Command %s is no file name; use letters, digits, '.', '_' and '-'.".formatted(name));
        }
    }

    private static void checkArguments(List<String> command) {
        if (command.size() > MOST_ARGUMENTS + 1) {
            throw new TargetRefused("The command has more than %d arguments.".formatted(MOST_ARGUMENTS));
        }
        for (int i = 1; i < command.size(); i++) {
            if (command.get(i).length() > LONGEST_ARGUMENT) {
                throw new TargetRefused("Argument %d is longer than %d characters.".formatted(i, LONGEST_ARGUMENT));
            }
            if (CONTROL.matcher(command.get(i)).find()) {
                throw new TargetRefused("Argument %d holds a line break or another control character.".formatted(i));
            }
        }
    }
}
