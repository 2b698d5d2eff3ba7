/** What the server says of its health. It is in {@code lib/} of the EAR: WildFly asks nobody else of an EAR. */
@NullMarked
package dev.parley.health;

import org.jspecify.annotations.NullMarked;
