package dev.parley.renewal.engine;

import dev.parley.ResourceSupplier;
import dev.parley.Supplies;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The extension that finds the beans annotated with {@link Supplies} in all jars of the EAR. What is wrong with them
 * fails the deployment.
 */
public class SuppliersExtension implements Extension {

    private final Map<String, Bean<?>> found = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Session beans come here too: their event is a subtype. */
    <X> void beanFound(@Observes ProcessManagedBean<X> event) {
        Class<?> type = event.getAnnotatedBeanClass().getJavaClass();
        Supplies supplies = type.getAnnotation(Supplies.class);
        if (supplies == null) {
            return;
        }
        Bean<?> bean = event.getBean();
        if (!bean.getTypes().contains(ResourceSupplier.class)) {
            problems.add(type.getName() + " is annotated with @Supplies and is no ResourceSupplier; implement it");
        }
        Bean<?> other = found.putIfAbsent(supplies.value(), bean);
        if (other != null) {
            problems.add(type.getName() + " and " + other.getBeanClass().getName() + " both supply pool '"
                    + supplies.value() + "'; let one of them do it");
        }
    }

    void validate(@Observes AfterDeploymentValidation event) {
        problems.forEach(problem -> event.addDeploymentProblem(new DefinitionException(problem)));
    }

    /** The beans, by the pools that they supply. */
    Map<String, Bean<?>> found() {
        return Map.copyOf(found);
    }
}
