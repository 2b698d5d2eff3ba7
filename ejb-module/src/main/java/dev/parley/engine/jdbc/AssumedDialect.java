package dev.parley.engine.jdbc;

import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.internal.DialectFactoryInitiator;
import org.hibernate.engine.jdbc.dialect.spi.DialectFactory;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryAwareService;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * The dialect that entities are stored in while nobody can be asked for it: that of PostgreSQL, since H2 is in the
 * server's process and always there. Hibernate would end the deployment instead.
 */
public final class AssumedDialect implements ServiceContributor {

    private static volatile boolean assumed;

    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        builder.addInitiator(new Initiator());
    }

    /** True if it was assumed, and not asked for. */
    static boolean isAssumed() {
        return assumed;
    }

    private static final class Initiator implements StandardServiceInitiator<DialectFactory> {

        @Override
        public Class<DialectFactory> getServiceInitiated() {
            return DialectFactory.class;
        }

        @Override
        public DialectFactory initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
            assumed = false;
            DialectFactory asking = DialectFactoryInitiator.INSTANCE.initiateService(settings, registry);
            if (asking instanceof ServiceRegistryAwareService aware) {
                aware.injectServices(registry); // the registry does that with what it gets alone
            }
            return (given, source) -> {
                try {
                    return asking.buildDialect(given, source);
                } catch (HibernateException e) {
                    if (source != null) {
                        throw e;
                    }
                    assumed = true;
                    return new PostgreSQLDialect();
                }
            };
        }
    }
}
