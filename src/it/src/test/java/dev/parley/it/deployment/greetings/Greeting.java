package dev.parley.it.deployment.greetings;

/** A reply. */
public record Greeting(String text, String conversationId) {}
