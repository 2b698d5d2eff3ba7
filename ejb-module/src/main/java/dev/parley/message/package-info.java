/**
 * Messages, as everybody sees them: addresses, headers, bodies, problems and refusals. Pure, and known to every room.
 */
@NullMarked
package dev.parley.message;

import org.jspecify.annotations.NullMarked;
