package dev.parley.directory.schema;

import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import java.lang.annotation.Annotation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of Bean Validation that a schema can say. They are checked once more after binding, but only here are
 * their violations reported together with those of types. One with a message or groups of its own is left to Bean
 * Validation.
 */
final class SchemaConstraints extends JakartaValidationModule {

    private static final String DEFAULT_MESSAGE = "{jakarta.validation.constraints.";

    SchemaConstraints() {
        super(JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED);
    }

    @Override
    protected <A extends Annotation> @Nullable A getAnnotationFromFieldOrGetter(
            MemberScope<?, ?> member, Class<A> type, Function<A, Class<?>[]> groups) {
        // The items of a list are shown as the list's field once more; what is on the field is about the list.
        A found = member.isFakeContainerItemScope()
                ? member.getContainerItemAnnotation(type)
                : member.getAnnotation(type);
        return found != null && groups.apply(found).length == 0 && hasDefaultMessage(found) ? found : null;
    }

    /** Null: what an e-mail address is, Bean Validation and JSON Schema see differently, and the former decides. */
    @Override
    protected @Nullable String resolveStringFormat(MemberScope<?, ?> member) {
        return null;
    }

    private static boolean hasDefaultMessage(Annotation constraint) {
        try {
            Object message = constraint.annotationType().getMethod("message").invoke(constraint);
            return String.valueOf(message).startsWith(DEFAULT_MESSAGE);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every constraint has a message: " + constraint, e);
        }
    }
}
