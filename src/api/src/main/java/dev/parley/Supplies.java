package dev.parley;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The pool whose {@link ResourceSupplier} the annotated bean is: a CDI bean, or a session bean without state, in any
 * jar of the EAR. The pool itself is defined over HTTP; until then nothing is supplied. Two suppliers of one pool, and
 * a bean that is no {@link ResourceSupplier}, fail the deployment.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/RenewalReminder.html">Hohpe,
 *     Renewal Reminder</a>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Supplies {

    /** The name of the pool. */
    String value();
}
