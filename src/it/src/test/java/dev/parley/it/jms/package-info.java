/** Requests over JMS, by the situation the requester is in. */
package dev.parley.it.jms;
