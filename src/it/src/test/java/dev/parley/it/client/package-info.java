/** Participants as they are in the wild: JMS over Core and AMQP, STOMP over a socket, HTTP. */
package dev.parley.it.client;
