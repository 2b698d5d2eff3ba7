/**
 * The pure core all patterns share: addresses, messages, the conversation and its status, events, decisions and their
 * effects. Nothing here knows JMS, JPA, a clock or a random number: a decision can be made, and simulated, anywhere.
 */
@NullMarked
package dev.parley.conversation;

import org.jspecify.annotations.NullMarked;
