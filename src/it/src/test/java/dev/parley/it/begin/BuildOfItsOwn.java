package dev.parley.it.begin;

import dev.parley.it.server.ServerNames;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Maven as a developer elsewhere has it: its local repository is empty, and there are two to bring things from. One
 * has what this build of Parley has made; the other, in the place of Maven Central, is what this build has brought
 * itself.
 */
final class BuildOfItsOwn {

    private static final long MINUTES = 8;

    private final Path directory;
    private final Path project = ServerNames.cli().getParent().getParent().getParent();
    private final String version = property("parley.it.version");

    BuildOfItsOwn(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        publish("parley-parent", "pom.xml", "pom");
        publish("parley-bom", "src/bom/pom.xml", "pom");
        publishJar("parley-api", "src/api", "jar");
        publishJar("parley-health", "src/health", "jar");
        publishJar("parley-ejb", "ejb-module", "jar");
        publishAs("parley-ejb", "ejb-module/target/parley-ejb-tests.jar", "-tests.jar");
        publishJar("parley-web", "web-module", "war");
        publishJar("parley-testing", "src/testing", "jar");
        publishJar("parley-operations", "src/archetype", "jar");
        publish("parley", "ear/pom.xml", "pom");
        publishAs("parley", "ear/target/parley-cli.zip", "-cli.zip");
        Files.writeString(directory.resolve("settings.xml"), settings());
    }

    /** Makes a project of the archetype, as the documents say, in a folder with that name. */
    Path generate(String name) throws IOException, InterruptedException {
        run(
                directory,
                "org.apache.maven.plugins:maven-archetype-plugin:" + property("parley.it.archetype.plugin")
                        + ":generate",
                "-DarchetypeCatalog=internal",
                "-DarchetypeGroupId=dev.parley",
                "-DarchetypeArtifactId=parley-operations",
                "-DarchetypeVersion=" + version,
                "-DgroupId=com.example",
                "-DartifactId=" + name,
                "-Dpackage=com.example.theatre");
        return directory.resolve(name);
    }

    /** Runs Maven in a folder, and returns what it said. */
    String run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = maven();
        command.addAll(List.of(arguments));
        Path log = directory.resolve("maven.log");
        Process maven = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = maven.waitFor(MINUTES, TimeUnit.MINUTES);
        maven.destroyForcibly();
        String said = Files.readString(log);
        if (!ended || maven.exitValue() != 0) {
            throw new IllegalStateException("Maven failed:\n" + said);
        }
        return said;
    }

    private List<String> maven() {
        return new ArrayList<>(List.of(
                Path.of(property("parley.it.maven"), "bin", "mvn").toString(),
                "--batch-mode",
                "--settings",
                directory.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + directory.resolve("local")));
    }

    /** A program in a folder that has this Maven as its {@code mvn}. */
    ProcessBuilder program(Path folder, String... command) throws IOException {
        Path programs = Files.createDirectories(directory.resolve("programs"));
        Path mvn = programs.resolve("mvn");
        Files.writeString(mvn, "#!/bin/sh\nexec '" + String.join("' '", maven()) + "' \"$@\"\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder program = new ProcessBuilder(command).directory(folder.toFile());
        program.environment().merge("PATH", programs.toString(), (path, ours) -> ours + File.pathSeparator + path);
        return program;
    }

    /** True if Maven has brought a jar of a group, given as a path; it reads the poms of all. */
    boolean brought(String group) throws IOException {
        Path folder = directory.resolve("local").resolve(group);
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".jar"));
        }
    }

    private void publishJar(String artifact, String module, String extension) throws IOException {
        publish(artifact, module + "/pom.xml", "pom");
        publish(artifact, module + "/target/" + artifact + "." + extension, extension);
    }

    private void publish(String artifact, String file, String extension) throws IOException {
        publishAs(artifact, file, "." + extension);
    }

    private void publishAs(String artifact, String file, String ending) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("parley/dev/parley/" + artifact + "/" + version));
        Files.copy(project.resolve(file), folder.resolve(artifact + "-" + version + ending));
    }

    private String settings() {
        return """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>brought</id>
                      <mirrorOf>*,!parley</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                  <profiles>
                    <profile>
                      <id>parley</id>
                      <repositories>
                        <repository>
                          <id>parley</id>
                          <url>%s</url>
                        </repository>
                      </repositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>parley</activeProfile>
                  </activeProfiles>
                </settings>
                """
                .formatted(
                        Path.of(property("parley.it.repository")).toUri(),
                        directory.resolve("parley").toUri());
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
