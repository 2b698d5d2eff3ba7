package dev.parley.directory;

/**
 * A subscription that a method asks for.
 *
 * @param topic the name of the topic
 * @param name the name of the subscription in it
 * @param from with which event it begins
 * @param operation the operation that the method serves
 */
public record MethodSubscription(String topic, String name, String from, String operation) {}
