package dev.parley.it.deployment.greetings;

/** A request. */
public record Greet(String name) {}
