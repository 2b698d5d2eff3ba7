package dev.parley.directory;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls a method on a bean as the container would: through its client proxy or session bean reference, with its
 * interceptors and transaction attributes. A {@code @Dependent} bean is made anew for every call and destroyed after
 * it.
 */
final class BeanReference implements Callee {

    private final BeanManager beans;
    private final Bean<?> bean;
    private final Type view;
    private final Method method;
    private final boolean shared;
    private volatile @Nullable Object reference;

    BeanReference(BeanManager beans, Bean<?> bean, Type view, OperationMethod operation) {
        this.beans = beans;
        this.bean = bean;
        this.view = view;
        this.method = callable(view, operation.method());
        // The reference of a session bean without state is a proxy, although its scope is @Dependent.
        this.shared = operation.sessionBean() || bean.getScope() != Dependent.class;
    }

    private static Method callable(Type view, Method method) {
        if (view instanceof Class<?> c && c.isInterface()) {
            try {
                return c.getMethod(method.getName(), method.getParameterTypes());
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Not in the view that was chosen for having it: " + method, e);
            }
        }
        method.setAccessible(true);
        return method;
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) throws Exception {
        if (shared) {
            return invoke(method, sharedReference(), arguments);
        }
        CreationalContext<?> context = beans.createCreationalContext(bean);
        try {
            return invoke(method, beans.getReference(bean, view, context), arguments);
        } finally {
            context.release();
        }
    }

    private Object sharedReference() {
        Object current = reference;
        if (current == null) {
            // Made twice by two first calls at once, it is the same proxy.
            current = beans.getReference(bean, view, beans.createCreationalContext(bean));
            reference = current;
        }
        return Objects.requireNonNull(current);
    }

    /**
     * Calls a method.
     *
     * @throws Exception what the method threw, itself
     */
    static @Nullable Object invoke(Method method, Object target, @Nullable Object... arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) Objects.requireNonNull(thrown);
        }
    }
}
