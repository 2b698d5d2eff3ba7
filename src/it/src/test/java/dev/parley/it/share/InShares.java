package dev.parley.it.share;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class has a server of its own, which it kills or starts in its own way: that takes long. Every fourth share tries
 * it, on one of its configurations, and the next one that does, on the next of them. Asked for by name
 * ({@code -Dit.test}), or with {@code -Dparley.it.crashes=all}, it is tried on whichever there is.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InShares {

    /** The configurations that make a difference to it; on others it is not tried. */
    Configuration[] on() default {Configuration.H2, Configuration.POSTGRESQL, Configuration.OUTBOX};

    /**
     * How long it takes in a run of one share, about, as failsafe reports it: by that the classes are dealt out, so
     * that each share takes as long as the others.
     */
    int seconds() default 60;

    /** Whether each share tries it, on one of its configurations, because what it tries changes with many commits. */
    boolean inEach() default false;
}
