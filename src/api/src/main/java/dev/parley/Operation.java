package dev.parley;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation that the annotated method serves. The method belongs to a CDI bean, or is a public business method of a
 * session bean without state, in any jar of the EAR. It takes the request and, if it wants, the {@link Exchange}, in
 * this order, both optional; it returns the reply or nothing. Request and reply are public records, or
 * {@code jakarta.json.JsonObject}, read and written by JSON-B.
 *
 * <p>An operation that returns a {@link Turn} has a conversation of many turns with its requester. Between request and
 * exchange it may take what it wanted to be kept in the turn before, null in the first. A {@link Fault} in a turn ends
 * the conversation.
 *
 * <p>A request is checked before the method is called. Components of primitive types are required; others may be
 * missing or null, and then are null. Say with Bean Validation what else must hold: {@code @NotNull}, {@code @NotBlank}
 * or {@code @NotEmpty} for what is required, {@code @Positive}, {@code @Size} and so on for its value, {@code @Valid}
 * to look into nested records. Unknown members are ignored. What is wrong is refused with the fault
 * {@code body-invalid}, which names each field and what was expected there.
 *
 * <p>It runs in the engine's transaction: its own database work commits together with the reply, or not at all. It may
 * be called again for the same request after a rollback, never after a commit. What it does before it throws a
 * {@link Fault} commits with the fault; any other exception rolls back and the request is tried again with a growing
 * delay, until it is given up with the fault {@code operation-failed}.
 *
 * <p>Two methods for one name, a method with another signature, or a {@link CompensatedBy} that does not fit, fail the
 * deployment.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/">Hohpe, Conversation Patterns</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    /**
     * The operation's name: letters, digits, dot, hyphen and underscore, at most 100 characters; not {@code .} or
     * {@code ..}.
     */
    String value();

    /**
     * True if each call has a transaction of its own. Without it, calls share the transaction of a batch, which is many
     * times faster; when one of them throws, all of the batch is rolled back and tried again. An operation that has
     * thrown, or that is slow, is isolated for a while anyway: say so here where that is known beforehand.
     */
    boolean isolated() default false;

    /**
     * The time that the requester of an operation that returns a {@link Turn} has for its next turn, as an ISO 8601
     * duration such as {@code PT10M}; without it {@code parley.turn.timeout} holds. When it has passed, the
     * conversation is {@code EXPIRED} and the requester gets the fault {@code turn-missed}.
     */
    String turnTimeout() default "";
}
