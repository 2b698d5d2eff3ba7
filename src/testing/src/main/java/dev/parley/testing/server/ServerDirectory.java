package dev.parley.testing.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The base directory of a server under test: made anew of the prepared one. */
final class ServerDirectory {

    private ServerDirectory() {}

    static void make(Prepared prepared, TestUsers users) throws IOException {
        Path directory = prepared.directory();
        delete(directory);
        Path standalone = prepared.wildfly().resolve("standalone");
        Path configuration = directory.resolve("configuration");
        copy(standalone.resolve("configuration"), configuration);
        if (Files.isDirectory(standalone.resolve("lib"))) {
            copy(standalone.resolve("lib"), directory.resolve("lib"));
        }
        Path deployments = Files.createDirectories(directory.resolve("deployments"));
        Files.copy(prepared.ear(), deployments.resolve(prepared.ear().getFileName()));
        users.write(configuration);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.endsWith("standalone_xml_history")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
