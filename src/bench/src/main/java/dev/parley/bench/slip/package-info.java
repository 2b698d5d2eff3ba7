/** The scenario {@code slip}: routes of five beans, beside Camel's routing slip over JMS. */
@NullMarked
package dev.parley.bench.slip;

import org.jspecify.annotations.NullMarked;
