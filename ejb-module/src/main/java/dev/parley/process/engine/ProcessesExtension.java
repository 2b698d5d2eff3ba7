package dev.parley.process.engine;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The extension that finds the methods annotated with {@link dev.parley.Process} in all jars of the EAR. What is wrong
 * with them fails the deployment.
 */
public class ProcessesExtension implements Extension {

    private final Map<String, ProcessMethod> found = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    <X> void beanFound(@Observes ProcessManagedBean<X> event) {
        Class<?> type = event.getAnnotatedBeanClass().getJavaClass();
        for (ProcessMethod method : ProcessMethod.of(event.getBean(), type)) {
            problems.addAll(method.problems());
            ProcessMethod other = found.putIfAbsent(method.name(), method);
            if (other != null) {
                problems.add(method.where() + " and " + other.where() + " define one process; give each a name");
            }
        }
    }

    void validate(@Observes AfterDeploymentValidation event) {
        problems.forEach(problem -> event.addDeploymentProblem(new DefinitionException(problem)));
    }

    /** The methods, each of one process. */
    List<ProcessMethod> found() {
        return List.copyOf(found.values());
    }
}
