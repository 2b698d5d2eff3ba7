package dev.parley;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The subscription of a topic whose events the annotated method takes. The method is as one annotated with
 * {@link Operation}: it takes the data of an event and, if it wants, the {@link Exchange}; the correlation id of that
 * is the id of the event. What it returns goes nowhere. It is called once for each event, in the engine's transaction;
 * events with the same key one after the other. If it throws, the event is tried again as a request to an operation is.
 *
 * <p>The subscription is made when the topic is there, at deployment or later, and stays when the method is gone;
 * whoever runs the topic pauses, resumes, replays and deletes it. As an operation the method is called by the names of
 * topic and subscription, with a dot between them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Subscribe {

    /** The name of the topic. */
    String topic();

    /** The name of the subscription in the topic. */
    String name();

    /**
     * The event with which it begins when it is made: {@code now}, {@code beginning}, {@code sequence:N}, or a time in
     * ISO 8601.
     */
    String from() default "now";
}
