package dev.parley.directory;

import dev.parley.directory.schema.JsonBinding;
import dev.parley.directory.schema.RequestReader;
import dev.parley.directory.schema.RequestSchema;
import jakarta.json.bind.Jsonb;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operations of objects that nobody but their maker knows, and has given what they need: for tests, in which there
 * is no container.
 */
public final class ObjectOperations implements Operations {

    /** Made once: a test that explores schedules makes such objects by the thousand. */
    private static final Jsonb JSONB = JsonBinding.create();

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final Map<Type, RequestSchema> SCHEMAS = new ConcurrentHashMap<>();

    private final SortedMap<String, ServedOperation> operations = new TreeMap<>();
    private final SortedMap<String, MethodSubscription> subscriptions = new TreeMap<>();

    /**
     * The operations of objects.
     *
     * @throws IllegalArgumentException with all that is wrong with one of them, as its deployment would say it
     */
    public ObjectOperations(Collection<?> objects) {
        List<String> problems = new ArrayList<>();
        for (Object object : objects) {
            for (Method method : OperationMethods.of(object.getClass())) {
                OperationMethod operation = new OperationMethod(object.getClass(), method, false);
                problems.addAll(Signature.problems(operation));
                if (problems.isEmpty() && operations.put(operation.name(), served(operation, object)) != null) {
                    problems.add("Operation '" + operation.name() + "' is served twice; give each a name of its own");
                }
                MethodSubscription.of(operation).ifPresent(to -> subscriptions.put(to.operation(), to));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private ServedOperation served(OperationMethod operation, Object object) {
        Type type = operation.requestType();
        RequestSchema schema = type == null ? null : SCHEMAS.computeIfAbsent(type, RequestSchema::of);
        RequestReader reader = type == null || schema == null
                ? null
                : new RequestReader(operation.name(), type, schema, JSONB, VALIDATOR);
        Method method = operation.method();
        method.setAccessible(true);
        Callee callee = arguments -> BeanReference.invoke(method, object, arguments);
        return new MethodOperation(operation, reader, schema, callee, JSONB);
    }

    @Override
    public Optional<ServedOperation> find(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    @Override
    public List<MethodSubscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(operations.keySet());
    }
}
