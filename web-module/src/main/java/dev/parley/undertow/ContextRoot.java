package dev.parley.undertow;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * The path that Parley is at, in whatever way its EAR was packaged: an {@code application.xml}, which
 * {@code maven-ear-plugin} writes by itself, would put it elsewhere, and clients could not know where.
 *
 * <p>It comes first in the list of extensions: the others see where Parley is.
 */
public final class ContextRoot implements ServletExtension {

    /** The path, as {@code jboss-web.xml} has it too. */
    public static final String PATH = "/parley";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.setContextPath(PATH);
    }
}
