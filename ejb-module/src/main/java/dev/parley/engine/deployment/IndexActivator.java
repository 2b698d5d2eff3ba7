package dev.parley.engine.deployment;

import dev.parley.directory.DeployedClasses;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jboss.msc.service.ServiceActivator;
import org.jboss.msc.service.ServiceActivatorContext;

/**
 * The activator that looks up which classes of the EAR have annotated methods, before CDI begins and the server forgets
 * it. A server that does not say it is no reason not to start.
 */
public final class IndexActivator implements ServiceActivator {

    private static final Logger LOG = System.getLogger(IndexActivator.class.getName());

    @Override
    public void activate(ServiceActivatorContext context) {
        ClassLoader loader = IndexActivator.class.getClassLoader();
        try {
            DeployedClasses.found(AnnotationIndex.find(context.getServiceRegistry(), loader)
                    .classesWith(DeployedClasses.ANNOTATIONS));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(Level.DEBUG, "Nobody knows which classes that are no beans have operations", e);
        }
    }
}
