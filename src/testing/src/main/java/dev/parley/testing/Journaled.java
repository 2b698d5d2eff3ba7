package dev.parley.testing;

/**
 * A message in the journal of an instance, with the words that the journal has over HTTP.
 *
 * @param direction {@code IN} or {@code OUT}, as Parley sees it
 * @param kind {@code Request}, {@code Reply}, {@code Fault}, {@code Ack} or {@code Notice}
 * @param type the operation
 * @param body JSON text
 */
public record Journaled(String direction, String kind, String type, String body) {}
