package dev.parley;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that serves an operation. The method belongs to a CDI bean, or is a public business method of a session bean,
 * in any jar of the EAR; it takes the request (a record, read from JSON by JSON-B) and, if it wants, the {@link Exchange}, in this order,
 * both optional; it returns the reply (a record) or nothing.
 *
 * <p>It runs in the engine's transaction: its own database work commits together with the reply, or not at all. It may be called
 * again for the same request after a rollback, never after a commit. What it does before it throws a {@link Fault} commits with the
 * fault; any other exception rolls back and the request is tried again with a growing delay, until it is given up with the fault
 * {@code operation-failed}.
 *
 * <p>Two methods for one name, or a method with another signature, fail the deployment.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/">Hohpe, Conversation Patterns</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    /** The operation's name: letters, digits, dot, hyphen and underscore, at most 100 characters. */
    String value();

    /**
     * Whether each call has a transaction of its own. Without it, calls share the transaction of a batch, which is many times faster; when
     * one of them throws, all of the batch is rolled back and tried again. An operation that has thrown, or that is slow, is isolated for
     * a while anyway: say so here where that is known beforehand.
     */
    boolean isolated() default false;
}
