/** JMS messages as they are sent and received: headers, destinations, bodies. */
@NullMarked
package dev.parley.engine.wire;

import org.jspecify.annotations.NullMarked;
