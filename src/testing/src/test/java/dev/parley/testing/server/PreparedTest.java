package dev.parley.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedTest {

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("parley.test.server");
        System.clearProperty("parley.test.ear");
    }

    @Test
    void hasTheOnlyEarBesideTheServer() throws IOException {
        Path wildfly = Files.createDirectory(folder.resolve("wildfly"));
        Path ear = Files.createFile(folder.resolve("theatre.ear"));
        System.setProperty("parley.test.server", wildfly.toString());
        assertThat(Prepared.found().wildfly()).isEqualTo(wildfly);
        assertThat(Prepared.found().ear()).isEqualTo(ear);

        Files.createFile(folder.resolve("other.ear"));
        assertThatThrownBy(Prepared::found).hasMessageContaining("name it in the system property parley.test.ear");

        System.setProperty("parley.test.ear", ear.toString());
        assertThat(Prepared.found().ear()).isEqualTo(ear);
    }

    @Test
    void isToBeThere() {
        assertThatThrownBy(Prepared::found).hasMessageContaining("mvn -Pserver package");
    }

    @Test
    void hasUsersAsWildFlyWritesThem() throws IOException {
        TestUsers users = new TestUsers();
        users.write(folder);
        assertThat(folder.resolve("application-users.properties"))
                .content()
                .startsWith("#$REALM_NAME=ApplicationRealm$\n")
                .containsPattern("alice=[0-9a-f]{32}\n");
        assertThat(folder.resolve("application-roles.properties")).content().contains("olga=operator\n");
        assertThatThrownBy(() -> users.password("eve")).hasMessageContaining("There is no eve among [alice, bob");
    }
}
