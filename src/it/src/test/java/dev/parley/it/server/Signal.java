package dev.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** What processes are told by the system. */
enum Signal {
    /** Stand still; ports and connections stay open. */
    STOP,
    /** Go on. */
    CONT;

    void sendTo(Collection<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            try {
                new ProcessBuilder("kill", "-" + name(), String.valueOf(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
