package dev.parley.directory.schema;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of Bean Validation that a schema can say. They are checked once more after binding, but only here are their violations
 * reported together with those of types. One with a message or groups of its own is left to Bean Validation.
 */
final class SchemaConstraints {

    private static final String DEFAULT_MESSAGE = "{jakarta.validation.constraints.";

    private SchemaConstraints() {}

    static void addTo(SchemaGeneratorConfigPart<FieldScope> fields) {
        fields.withRequiredCheck(SchemaConstraints::required);
        fields.withNumberInclusiveMinimumResolver(SchemaConstraints::minimum);
        fields.withNumberExclusiveMinimumResolver(SchemaConstraints::exclusiveMinimum);
        fields.withNumberInclusiveMaximumResolver(SchemaConstraints::maximum);
        fields.withNumberExclusiveMaximumResolver(SchemaConstraints::exclusiveMaximum);
        fields.withStringMinLengthResolver(field -> isText(field) ? minimumSize(field) : null);
        fields.withStringMaxLengthResolver(field -> isText(field) ? maximumSize(field) : null);
        fields.withArrayMinItemsResolver(field -> isText(field) ? null : minimumSize(field));
        fields.withArrayMaxItemsResolver(field -> isText(field) ? null : maximumSize(field));
    }

    private static boolean isText(FieldScope field) {
        return CharSequence.class.isAssignableFrom(field.getType().getErasedType());
    }

    private static boolean required(FieldScope field) {
        return field.getType().isPrimitive()
                || find(field, NotNull.class, a -> isPlain(a.message(), a.groups())) != null
                || find(field, NotBlank.class, a -> isPlain(a.message(), a.groups())) != null
                || find(field, NotEmpty.class, a -> isPlain(a.message(), a.groups())) != null;
    }

    private static @Nullable BigDecimal minimum(FieldScope field) {
        Min min = find(field, Min.class, a -> isPlain(a.message(), a.groups()));
        if (min != null) {
            return BigDecimal.valueOf(min.value());
        }
        if (find(field, PositiveOrZero.class, a -> isPlain(a.message(), a.groups())) != null) {
            return BigDecimal.ZERO;
        }
        return decimalMin(field, true);
    }

    private static @Nullable BigDecimal exclusiveMinimum(FieldScope field) {
        if (find(field, Positive.class, a -> isPlain(a.message(), a.groups())) != null) {
            return BigDecimal.ZERO;
        }
        return decimalMin(field, false);
    }

    private static @Nullable BigDecimal decimalMin(FieldScope field, boolean inclusive) {
        DecimalMin min =
                find(field, DecimalMin.class, a -> isPlain(a.message(), a.groups()) && a.inclusive() == inclusive);
        return min == null ? null : new BigDecimal(min.value());
    }

    private static @Nullable BigDecimal maximum(FieldScope field) {
        Max max = find(field, Max.class, a -> isPlain(a.message(), a.groups()));
        if (max != null) {
            return BigDecimal.valueOf(max.value());
        }
        if (find(field, NegativeOrZero.class, a -> isPlain(a.message(), a.groups())) != null) {
            return BigDecimal.ZERO;
        }
        return decimalMax(field, true);
    }

    private static @Nullable BigDecimal exclusiveMaximum(FieldScope field) {
        if (find(field, Negative.class, a -> isPlain(a.message(), a.groups())) != null) {
            return BigDecimal.ZERO;
        }
        return decimalMax(field, false);
    }

    private static @Nullable BigDecimal decimalMax(FieldScope field, boolean inclusive) {
        DecimalMax max =
                find(field, DecimalMax.class, a -> isPlain(a.message(), a.groups()) && a.inclusive() == inclusive);
        return max == null ? null : new BigDecimal(max.value());
    }

    private static @Nullable Integer minimumSize(FieldScope field) {
        Size size = find(field, Size.class, a -> isPlain(a.message(), a.groups()));
        if (size != null && size.min() > 0) {
            return size.min();
        }
        boolean notEmpty = find(field, NotEmpty.class, a -> isPlain(a.message(), a.groups())) != null
                || find(field, NotBlank.class, a -> isPlain(a.message(), a.groups())) != null;
        return notEmpty ? 1 : null;
    }

    private static @Nullable Integer maximumSize(FieldScope field) {
        Size size = find(field, Size.class, a -> isPlain(a.message(), a.groups()));
        return size == null || size.max() == Integer.MAX_VALUE ? null : size.max();
    }

    private static <A extends Annotation> @Nullable A find(FieldScope field, Class<A> type, Predicate<A> condition) {
        // The items of a list are shown as the list's field once more; what is on the field is about the list.
        A annotation =
                field.isFakeContainerItemScope() ? field.getContainerItemAnnotation(type) : field.getAnnotation(type);
        return annotation != null && condition.test(annotation) ? annotation : null;
    }

    private static boolean isPlain(String message, Class<?>[] groups) {
        return message.startsWith(DEFAULT_MESSAGE) && groups.length == 0;
    }
}
