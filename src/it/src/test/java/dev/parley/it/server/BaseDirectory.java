package dev.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server's base directory: a copy of the prepared one, without what a run may have left there. */
final class BaseDirectory {

    private BaseDirectory() {}

    static void prepare(Path directory, Path ear, List<User> users) throws IOException {
        delete(directory);
        Path prepared = ServerNames.wildfly().resolve("standalone");
        copy(prepared.resolve("configuration"), directory.resolve("configuration"));
        if (Files.isDirectory(prepared.resolve("lib"))) {
            copy(prepared.resolve("lib"), directory.resolve("lib"));
        }
        Path deployments = Files.createDirectories(directory.resolve("deployments"));
        Files.copy(ear, deployments.resolve(ear.getFileName()));
        Path configuration = directory.resolve("configuration");
        Files.writeString(
                configuration.resolve("application-users.properties"),
                users.stream()
                        .map(User::usersLine)
                        .collect(Collectors.joining("\n", "#$REALM_NAME=" + ServerNames.REALM + "$\n", "\n")));
        Files.writeString(
                configuration.resolve("application-roles.properties"),
                users.stream().map(User::rolesLine).collect(Collectors.joining("\n", "", "\n")));
    }

    static void copy(Path from, Path to) throws IOException {
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
                if (!isBeingWritten(file)) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (isBeingWritten(file)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** Other configurations are made while the first server is prepared: they are renamed when they are whole. */
    private static boolean isBeingWritten(Path file) {
        return file.toString().endsWith(".tmp");
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(BaseDirectory::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
