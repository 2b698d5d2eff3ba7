package dev.parley.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ContextRootTest {

    @Test
    void isTheSameInWhateverWayTheEarWasPackaged() {
        DeploymentInfo deployment = new DeploymentInfo().setContextPath("/parley-web");
        new ContextRoot().handleDeployment(deployment, null);
        assertThat(deployment.getContextPath()).isEqualTo("/parley");
    }

    @Test
    void isSetBeforeAnybodyLooks() {
        assertThat(ServiceLoader.load(ServletExtension.class).findFirst()).containsInstanceOf(ContextRoot.class);
    }

    @Test
    void isWhatTheServerIsToldToo() throws IOException {
        assertThat(Files.readString(Path.of("src", "main", "webapp", "WEB-INF", "jboss-web.xml")))
                .contains("<context-root>" + ContextRoot.PATH + "</context-root>");
    }
}
