package dev.parley.it.share;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class has a server of its own, which it kills or starts in its own way: that takes long. Every second share tries
 * it, on one of its configurations, and the one after the next on the next of them. Asked for by name
 * ({@code -Dit.test}), or with {@code -Dparley.it.crashes=all}, it is tried on whichever there is.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InShares {

    /** The configurations that make a difference to it; on others it is not tried. */
    Configuration[] on() default {Configuration.H2, Configuration.POSTGRESQL, Configuration.OUTBOX};
}
