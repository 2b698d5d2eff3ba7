package dev.parley.directory.schema;

import com.fasterxml.jackson.core.JsonPointer;
import dev.parley.message.Violation;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a bound request with Bean Validation, and says where in the JSON the violations are. */
final class ConstraintCheck {

    private final Type type;
    private final Validator validator;

    ConstraintCheck(Type type, Validator validator) {
        this.type = type;
        this.validator = validator;
    }

    /** The violations, ordered by field; empty if there are none. */
    List<Violation> check(Object request) {
        // JSON objects have no constraints, and looking for them costs.
        if (!(request instanceof Record)) {
            return List.of();
        }
        return validator.validate(request).stream()
                .map(this::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::expected))
                .toList();
    }

    private Violation violation(ConstraintViolation<Object> violation) {
        return new Violation(pointer(violation.getPropertyPath()), violation.getMessage());
    }

    private String pointer(Path path) {
        JsonPointer pointer = JsonPointer.empty();
        Type current = type;
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer = pointer.appendIndex(node.getIndex());
                current = argument(current, 0);
            } else if (node.getKey() != null) {
                pointer = pointer.appendProperty(String.valueOf(node.getKey()));
                current = argument(current, 1);
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                Optional<RecordComponent> component = component(current, node.getName());
                pointer = pointer.appendProperty(
                        component.map(ConstraintCheck::jsonName).orElse(node.getName()));
                current = component.<Type>map(RecordComponent::getGenericType).orElse(Object.class);
            }
        }
        return pointer.toString();
    }

    private static Optional<RecordComponent> component(Type type, String name) {
        Class<?> raw = raw(type);
        if (raw == null || !raw.isRecord()) {
            return Optional.empty();
        }
        return Arrays.stream(raw.getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .findFirst();
    }

    private static String jsonName(RecordComponent component) {
        JsonbProperty property = component.getAccessor().getAnnotation(JsonbProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    private static Type argument(Type type, int index) {
        if (type instanceof Class<?> c && c.isArray()) {
            return c.getComponentType();
        }
        boolean has = type instanceof ParameterizedType p && p.getActualTypeArguments().length > index;
        return has ? ((ParameterizedType) type).getActualTypeArguments()[index] : Object.class;
    }

    private static @Nullable Class<?> raw(Type type) {
        Type raw = type instanceof ParameterizedType p ? p.getRawType() : type;
        return raw instanceof Class<?> c ? c : null;
    }
}
