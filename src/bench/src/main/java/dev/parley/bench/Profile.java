package dev.parley.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Records where the time goes while Parley drains a full queue, for {@code jfr print}. */
final class Profile {

    private static final long SECONDS = 20;

    private final Server server;

    Profile(Server server) {
        this.server = server;
    }

    void record(Draining draining, int seconds) throws IOException, InterruptedException, JMSException {
        Path file = Path.of(System.getProperty("bench.work"), "parley.jfr");
        command("JFR.start", "name=parley", "settings=profile");
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(SECONDS)) {
            draining.drain(seconds);
        }
        command("JFR.stop", "name=parley", "filename=" + file);
        System.err.println("Recorded in " + file);
    }

    private void command(String... what) throws IOException, InterruptedException {
        ProcessHandle java = server.java();
        Path jcmd = Path.of(java.info().command().orElse("java")).resolveSibling("jcmd");
        ProcessBuilder builder = new ProcessBuilder(jcmd.toString(), String.valueOf(java.pid()));
        builder.command().addAll(List.of(what));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.start().waitFor();
    }
}
