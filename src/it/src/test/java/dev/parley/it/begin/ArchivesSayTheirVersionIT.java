package dev.parley.it.begin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.Once;
import dev.parley.it.server.ServerNames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever finds an archive of Parley somewhere sees in its manifest which version it is. */
@Tag(Once.TAG)
class ArchivesSayTheirVersionIT {

    private static final String VERSION = System.getProperty("parley.it.version");
    private static final Path PROJECT = ServerNames.isServerPrepared()
            ? ServerNames.cli().resolve("../../..").normalize()
            : Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"parley-ejb.jar", "parley-web.war", "lib/parley-api.jar", "lib/parley-health.jar"})
    void inTheEar(String archive) throws IOException {
        try (JarFile ear = new JarFile(ServerNames.ear().toFile())) {
            ZipEntry entry = ear.getEntry(archive);
            assertThat(entry).isNotNull();
            assertThat(version(ear.getInputStream(entry))).isEqualTo(VERSION);
        }
    }

    @Test
    void asAnEar() throws IOException {
        assertThat(version(Files.newInputStream(ServerNames.ear()))).isEqualTo(VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/testing/target/parley-testing.jar", "ejb-module/target/parley-ejb-tests.jar"})
    void outsideOfIt(String archive) throws IOException {
        assertThat(version(Files.newInputStream(PROJECT.resolve(archive)))).isEqualTo(VERSION);
    }

    private static String version(InputStream archive) throws IOException {
        try (archive;
                JarInputStream jar = new JarInputStream(new ByteArrayInputStream(archive.readAllBytes()))) {
            Manifest manifest = jar.getManifest();
            assertThat(manifest).as("the manifest, as the first file").isNotNull();
            return manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        }
    }
}
