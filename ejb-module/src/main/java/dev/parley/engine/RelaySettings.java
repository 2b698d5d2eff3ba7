package dev.parley.engine;

import java.time.Duration;

/**
 * What an operator can configure of mailboxes.
 *
 * @param mailboxes how many a participant may have
 * @param interval how often messages that other nodes made available are looked for while somebody waits for one
 * @param waiting how many receptions may wait on this node
 */
public record RelaySettings(int mailboxes, Duration interval, int waiting) {}
