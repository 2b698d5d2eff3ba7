package dev.parley.relay;

/**
 * A message that was received.
 *
 * @param mail the message; its deliveries count this one
 * @param lock the lock under which it is held
 */
public record LockedMail(Mail mail, Lock lock) {}
