/** Mailboxes as their owners and senders use them, over HTTP and JMS; and a server that is killed meanwhile. */
package dev.parley.it.relay;
