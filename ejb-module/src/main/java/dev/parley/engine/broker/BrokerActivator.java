package dev.parley.engine.broker;

import dev.parley.engine.config.BrokerInServer;
import dev.parley.engine.config.SettingsReader;
import java.io.File;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.msc.Service;
import org.jboss.msc.service.LifecycleEvent;
import org.jboss.msc.service.ServiceActivator;
import org.jboss.msc.service.ServiceActivatorContext;
import org.jboss.msc.service.ServiceBuilder;
import org.jboss.msc.service.ServiceController;
import org.jboss.msc.service.ServiceName;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;
import org.jspecify.annotations.Nullable;
import org.wildfly.extension.messaging.activemq.ActiveMQBroker;

/**
 * The activator that guards the server's own broker from when Parley is deployed until it is undeployed. Where there is
 * none, because another broker is used, that one has to guard itself.
 */
public final class BrokerActivator implements ServiceActivator {

    private static final Logger LOG = System.getLogger(BrokerActivator.class.getName());

    private static final ServiceName NAME = ServiceName.of("parley", "broker", "guard");

    private static final ServiceName DEPLOYMENTS = ServiceName.of("jboss", "deployment");

    /** What WildFly promises to call it. */
    private static final ServiceName BROKER = ServiceName.parse("org.wildfly.messaging.activemq.server.default");

    /** What has started it. */
    private static final ServiceName STARTED = BROKER.append("jms", "manager");

    /** Where WildFly says that a server keeps its data, the broker's among it. */
    private static final String DATA = "jboss.server.data.dir";

    @Override
    public void activate(ServiceActivatorContext context) {
        BrokerSettings settings = settings();
        boolean isHere = context.getServiceRegistry().getService(BROKER) != null;
        if (isHere && settings.restarts()) {
            LostDisk.starting(new File(System.getProperty(DATA, "")));
        }
        NeededNames.check(context.getServiceRegistry());
        BrokerInServer.found(isHere);
        if (!isHere) {
            LOG.log(Level.INFO, "There is no broker in this server: the one that is used guards itself");
            return;
        }
        ServiceBuilder<?> builder = context.getServiceTarget().addService();
        builder.provides(NAME);
        Supplier<ActiveMQBroker> delegate = builder.requires(BROKER);
        builder.requires(STARTED);
        Guarding guarding = new Guarding(delegate, settings);
        builder.setInstance(guarding)
                .addListener(guarding::changed)
                .setInitialMode(ServiceController.Mode.ACTIVE)
                .install();
    }

    /** What is wrong with them ends the deployment elsewhere, together with all else that is wrong. */
    private static BrokerSettings settings() {
        Config config = ConfigProvider.getConfig(BrokerActivator.class.getClassLoader());
        try {
            return SettingsReader.read(key -> config.getOptionalValue(key, String.class), BrokerSettings::read);
        } catch (IllegalStateException wrong) {
            return BrokerSettings.SAFE;
        }
    }

    private static final class Guarding implements Service {

        private final Supplier<ActiveMQBroker> broker;
        private final BrokerSettings settings;
        private volatile @Nullable BrokerGuard guard;

        Guarding(Supplier<ActiveMQBroker> broker, BrokerSettings settings) {
            this.broker = broker;
            this.settings = settings;
        }

        @Override
        public void start(StartContext context) {
            if (broker.get().getDelegate() instanceof ActiveMQServer server) {
                BrokerGuard made = new BrokerGuard(server, settings);
                guard = made;
                made.begin();
            }
        }

        /** It stops when the broker fails, too; it is removed for good when Parley is undeployed. */
        void changed(ServiceController<?> controller, LifecycleEvent event) {
            BrokerGuard last = guard;
            if (event == LifecycleEvent.REMOVED && last != null && isUndeployed(controller)) {
                last.leave();
            }
        }

        /** Whether a deployment above this service is removed, and not the whole server. */
        private static boolean isUndeployed(ServiceController<?> controller) {
            boolean isRemoved = false;
            ServiceController<?> top = controller;
            for (ServiceController<?> next = controller.getParent(); next != null; next = next.getParent()) {
                isRemoved |= isDeployment(next) && isRemoved(next);
                top = next;
            }
            return isRemoved && (isDeployment(top) || !isRemoved(top));
        }

        private static boolean isDeployment(ServiceController<?> controller) {
            return controller.provides().stream().anyMatch(DEPLOYMENTS::isParentOf);
        }

        private static boolean isRemoved(ServiceController<?> controller) {
            return controller.getMode() == ServiceController.Mode.REMOVE;
        }

        @Override
        public void stop(StopContext context) {
            BrokerGuard last = guard;
            if (last != null) {
                last.end();
            }
        }
    }
}
