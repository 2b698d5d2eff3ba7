package dev.parley.directory;

import dev.parley.directory.schema.RequestSchema;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.SessionBeanType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The extension that finds the methods annotated with {@link dev.parley.Operation} on CDI beans and session beans in
 * all jars of the EAR. What is wrong with them fails the deployment: all problems at once, each saying what to write
 * instead.
 */
public class OperationsExtension implements Extension {

    private static final Logger LOG = System.getLogger(OperationsExtension.class.getName());

    private final List<FoundOperation> found = new ArrayList<>();
    private final List<OperationMethod> candidates = new ArrayList<>();
    private final Set<Class<?>> beans = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final List<DeployedOperation> deployed = new ArrayList<>();

    /** Session beans come here too: their event is a subtype. */
    <X> void beanFound(@Observes ProcessManagedBean<X> event) {
        boolean sessionBean = event instanceof ProcessSessionBean;
        Class<?> type = event.getAnnotatedBeanClass().getJavaClass();
        beans.add(type);
        List<Method> methods = OperationMethods.of(type);
        for (Method method : methods) {
            operationFound(event.getBean(), new OperationMethod(type, method, sessionBean));
        }
        problems.addAll(OperationMethods.undoneWithoutOperation(type));
        if (!methods.isEmpty() && isStateful(event)) {
            problems.add(
                    type.getName() + " has operations and is @Stateful; requests share no state, make it @Stateless");
        }
    }

    private void operationFound(Bean<?> bean, OperationMethod operation) {
        candidates.add(operation);
        Optional<Type> view = view(bean, operation);
        if (view.isEmpty()) {
            problems.add(Signature.about(operation)
                    + "is in no view of the bean; declare it in the bean's business interface, or give the bean"
                    + " @LocalBean (session bean) or its own class in @Typed (CDI bean)");
            return;
        }
        found.add(new FoundOperation(operation, bean, view.get()));
    }

    /** The bean's class where the bean has it as a type, else the interface that has the method. */
    private static Optional<Type> view(Bean<?> bean, OperationMethod operation) {
        Stream<Type> views = bean.getTypes().stream().filter(type -> type != Object.class);
        if (bean.getTypes().contains(operation.bean())) {
            return Optional.of(operation.bean());
        }
        return views.filter(type -> type instanceof Class<?> c && has(c, operation.method()))
                .findFirst();
    }

    private static boolean has(Class<?> view, Method method) {
        try {
            view.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static boolean isStateful(ProcessManagedBean<?> event) {
        return event instanceof ProcessSessionBean<?> s && s.getSessionBeanType() == SessionBeanType.STATEFUL;
    }

    void validate(@Observes AfterDeploymentValidation event) {
        problems.addAll(OperationRules.problems(candidates));
        problems.addAll(StrayMethods.problems(DeployedClasses.all(), beans));
        if (problems.isEmpty()) {
            found.forEach(this::deploy);
        }
        problems.forEach(problem -> event.addDeploymentProblem(new DefinitionException(problem)));
        if (problems.isEmpty()) {
            LOG.log(Level.INFO, ServedFrom.text(candidates));
        }
    }

    private void deploy(FoundOperation operation) {
        Type requestType = operation.method().requestType();
        try {
            RequestSchema schema = requestType == null ? null : RequestSchema.of(requestType);
            deployed.add(new DeployedOperation(operation, schema));
        } catch (RuntimeException e) {
            problems.add(
                    Signature.about(operation.method()) + "takes a request for which no JSON Schema can be made: " + e);
        }
    }

    /** The operations that are served; empty until the deployment is validated. */
    List<DeployedOperation> operations() {
        return List.copyOf(deployed);
    }

    /** A method, and the bean and the type of it through which it is called. */
    record FoundOperation(OperationMethod method, Bean<?> bean, Type view) {}

    /** The same with the schema of its request; null if it takes none. */
    record DeployedOperation(FoundOperation found, @Nullable RequestSchema schema) {}
}
