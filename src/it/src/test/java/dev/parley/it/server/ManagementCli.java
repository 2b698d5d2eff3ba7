package dev.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** jboss-cli, connected to a server that runs. */
final class ManagementCli {

    /** For all commands together: one of them may deploy anew, while participants ask. */
    private static final long SECONDS = 180;

    private ManagementCli() {}

    /** What a command has answered, or why it has not: for people. */
    static String answer(URI management, Path log, String command) {
        try {
            run(management, log, command);
            return Files.readString(log);
        } catch (AssertionError | IOException | UncheckedIOException e) {
            return e.toString();
        }
    }

    static void run(URI management, Path log, String... commands) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    ServerNames.wildfly().resolve("bin/jboss-cli.sh").toString(),
                    "--connect",
                    "--controller=" + management.getHost() + ":" + management.getPort(),
                    "--commands=" + String.join(",", commands));
            builder.environment().put("JAVA_OPTS", ServerNames.CLI_JAVA_OPTIONS);
            builder.environment().put("JBOSS_HOME", ServerNames.wildfly().toString());
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("jboss-cli did not end within " + SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(String.join(", ", commands) + ": " + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
