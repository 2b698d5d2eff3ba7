package dev.parley.relay.engine;

import java.time.Duration;

/**
 * The settings of mailboxes that an operator can configure.
 *
 * @param mailboxes how many a participant may have
 * @param interval how often messages that other nodes made available are looked for while somebody waits for one
 * @param waiting how many receptions may wait on this node
 * @param committers how many commits of what is done over HTTP may be under way at once; 0 if that depends on the
 *     database
 * @param gathering how long such a commit waits at most for as many calls as there were at once lately
 * @param identity for how long whoever was authenticated on a connection may call mailboxes on it with the same
 *     credentials without being authenticated again
 * @param vacuum after how many messages that are gone PostgreSQL is told to clear away what is left of them; 0 for
 *     never
 */
public record RelaySettings(
        int mailboxes,
        Duration interval,
        int waiting,
        int committers,
        Duration gathering,
        Duration identity,
        int vacuum) {}
