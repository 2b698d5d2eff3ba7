package dev.parley.directory;

import java.util.Optional;

/**
 * A subscription that a method asks for.
 *
 * @param topic the name of the topic
 * @param name the name of the subscription in it
 * @param from with which event it begins
 * @param operation the operation that the method serves
 */
public record MethodSubscription(String topic, String name, String from, String operation) {

    /** What a method subscribes to; empty for nothing. */
    static Optional<MethodSubscription> of(OperationMethod method) {
        return Optional.ofNullable(method.subscription())
                .map(to -> new MethodSubscription(to.topic(), to.name(), to.from(), method.name()));
    }
}
