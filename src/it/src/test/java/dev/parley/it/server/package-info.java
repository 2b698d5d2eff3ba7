/**
 * Servers to test against: each an operating system process on a copy of the prepared server's base directory, with
 * ports, users and data of its own.
 */
package dev.parley.it.server;
