/** Where exchanges meet JMS and HTTP: listeners, and the beans that take requests which are no messages. */
@NullMarked
package dev.parley.exchange.engine;

import org.jspecify.annotations.NullMarked;
