package dev.parley.renewal.engine;

import dev.parley.Fault;
import dev.parley.ResourceSupplier;
import dev.parley.renewal.ResourceSource;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The suppliers in the EAR; pools without one have numbers. */
@ApplicationScoped
class Suppliers implements ResourceSource {

    private static final Logger LOG = System.getLogger(Suppliers.class.getName());
    private static final int LONGEST = 255;

    @Inject
    BeanManager beans;

    private final Map<String, ResourceSupplier> suppliers = new HashMap<>();
    private final ResourceSource numbers = ResourceSource.ofNumbers();

    @PostConstruct
    void prepare() {
        beans.getExtension(SuppliersExtension.class)
                .found()
                .forEach((pool, bean) -> suppliers.put(pool, reference(bean)));
    }

    /** Made once, as whatever the bean's scope is. */
    private ResourceSupplier reference(Bean<?> bean) {
        return (ResourceSupplier) beans.getReference(bean, ResourceSupplier.class, beans.createCreationalContext(bean));
    }

    @Override
    public Optional<String> allocate(String pool, String holder, long token) {
        ResourceSupplier supplier = suppliers.get(pool);
        if (supplier == null) {
            return numbers.allocate(pool, holder, token);
        }
        try {
            String reference = supplier.allocate(holder);
            if (reference == null || reference.isBlank() || reference.length() > LONGEST) {
                throw new IllegalStateException("The supplier of pool " + pool + " must return 1 to " + LONGEST
                        + " characters, and returned '" + reference + "'");
            }
            return Optional.of(reference);
        } catch (Fault fault) {
            LOG.log(Level.INFO, "Nothing for {0} of pool {1} now: {2}", holder, pool, fault.detail());
            return Optional.empty();
        }
    }

    @Override
    public void release(String pool, String reference) {
        ResourceSupplier supplier = suppliers.get(pool);
        if (supplier != null) {
            supplier.release(reference);
        }
    }
}
