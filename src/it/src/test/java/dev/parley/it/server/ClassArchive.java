package dev.parley.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of a server as they are in memory, in a file that all other servers map (class data sharing): without it
 * each of them reads and verifies some 20,000 classes again, which is a third of a start. A server that finds none
 * starts all the same.
 */
public final class ClassArchive {

    private ClassArchive() {}

    /**
     * Makes the archive: starts a server, and stops it. The build does so once, before the tests.
     *
     * @throws IOException if what is there cannot be removed
     */
    public static void main(String[] arguments) throws IOException {
        Files.deleteIfExists(file());
        ParleyServer server = ParleyServer.fresh("archived")
                .withJava("-XX:ArchiveClassesAtExit=" + file(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        server.start();
        server.stop();
        if (Files.notExists(file())) {
            throw new IllegalStateException("The server has left no archive. " + server.lastLogLines());
        }
    }

    /** Options of a Java process that is to use it, if it is there. */
    static List<String> options() {
        return Files.exists(file()) ? List.of("-XX:SharedArchiveFile=" + file()) : List.of();
    }

    private static Path file() {
        return ServerNames.classArchive();
    }
}
