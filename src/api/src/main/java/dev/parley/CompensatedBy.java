package dev.parley;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation that undoes what the annotated {@link Operation} did. It takes what the annotated one returned. That it
 * exists is checked at deployment.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/CompensatingAction.html">Hohpe,
 *     Compensating Action</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CompensatedBy {

    /** The name of the compensating operation. */
    String value();
}
