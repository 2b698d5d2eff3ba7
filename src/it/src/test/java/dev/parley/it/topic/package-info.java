/** Topics as publishers and subscribers use them, over HTTP, JMS and mailboxes. */
package dev.parley.it.topic;
