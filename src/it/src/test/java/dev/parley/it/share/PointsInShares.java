package dev.parley.it.share;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * The arguments of a parameterized test are points at which something is cut off. Each share tries one of them; with
 * {@code -Dparley.it.crashes=all} all are tried. The class is {@link InShares}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(PointsOfShare.class)
public @interface PointsInShares {

    /** The static method without parameters in the same class that has a collection of all points. */
    String value();
}
