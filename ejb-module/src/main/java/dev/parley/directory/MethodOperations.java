package dev.parley.directory;

import dev.parley.directory.OperationsExtension.DeployedOperation;
import dev.parley.directory.OperationsExtension.FoundOperation;
import dev.parley.directory.schema.JsonBinding;
import dev.parley.directory.schema.RequestReader;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations that {@link OperationsExtension} found, ready to be called. */
@ApplicationScoped
class MethodOperations implements Operations {

    @Inject
    BeanManager beans;

    @Inject
    Instance<Validator> validators;

    private SortedMap<String, ServedOperation> operations = Collections.emptySortedMap();

    @PostConstruct
    void prepare() {
        Jsonb jsonb = JsonBinding.create();
        Validator validator = validators.isResolvable()
                ? validators.get()
                : Validation.buildDefaultValidatorFactory().getValidator();
        operations = beans.getExtension(OperationsExtension.class).operations().stream()
                .map(deployed -> served(deployed, jsonb, validator))
                .collect(Collectors.toMap(ServedOperation::name, o -> o, (a, b) -> a, TreeMap::new));
    }

    @Override
    public List<MethodSubscription> subscriptions() {
        return beans.getExtension(OperationsExtension.class).operations().stream()
                .map(deployed -> deployed.found().method())
                .flatMap(method -> MethodSubscription.of(method).stream())
                .toList();
    }

    private ServedOperation served(DeployedOperation deployed, Jsonb jsonb, Validator validator) {
        FoundOperation found = deployed.found();
        OperationMethod method = found.method();
        BeanReference bean = new BeanReference(beans, found.bean(), found.view(), method);
        return new MethodOperation(method, reader(deployed, jsonb, validator), deployed.schema(), bean, jsonb);
    }

    private @Nullable RequestReader reader(DeployedOperation deployed, Jsonb jsonb, Validator validator) {
        OperationMethod method = deployed.found().method();
        var type = method.requestType();
        var schema = deployed.schema();
        return type == null || schema == null ? null : new RequestReader(method.name(), type, schema, jsonb, validator);
    }

    @Override
    public Optional<ServedOperation> find(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(operations.keySet());
    }
}
