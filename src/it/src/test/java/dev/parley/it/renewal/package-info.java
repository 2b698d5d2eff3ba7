/** Pools and grants as holders use them, over HTTP, JMS and mailboxes; and a server that is killed meanwhile. */
package dev.parley.it.renewal;
