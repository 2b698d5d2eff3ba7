package dev.parley.engine.config;

import dev.parley.conversation.RequestLimits;
import java.time.Duration;

/**
 * The settings that an operator can configure, checked; without those that are a pattern's own.
 *
 * @param limits what is allowed in a request
 * @param trustBrokerUser true if the user name that the broker stamps on a message can be believed
 * @param trustBrokerUserOfAmqp true if that goes for messages of AMQP, too
 * @param trustBrokerRoles true if the roles that it stamps can be, too
 * @param batchSize how many messages share a transaction at most
 * @param batchTime how long the operations of a batch may be expected to take together
 * @param slowOperation from which duration on an operation counts as slow
 * @param attempts how often an operation that fails is tried
 * @param retention how long an ended conversation is kept
 * @param sweepInterval how long the timer sleeps at most, so that work of a node that died is found
 * @param watchInterval how often changes made by other nodes are looked for while somebody waits for one
 * @param pendingRequests how many HTTP requests may wait for a commit
 * @param committers how many commits of HTTP requests may be under way at once
 * @param providerRest for how long a provider that did not answer in time is passed over
 * @param inlineOperation up to which duration an operation may run in the commit that acknowledges its HTTP request;
 *     nothing runs there if it is zero
 * @param delivery how what is sent and what is stored become durable together
 */
public record Settings(
        RequestLimits limits,
        boolean trustBrokerUser,
        boolean trustBrokerUserOfAmqp,
        boolean trustBrokerRoles,
        int batchSize,
        Duration batchTime,
        Duration slowOperation,
        int attempts,
        Duration retention,
        Duration sweepInterval,
        Duration watchInterval,
        int pendingRequests,
        int committers,
        Duration providerRest,
        Duration inlineOperation,
        Delivery delivery) {}
