/** What the broker may have lost when its disk was full: the work of what the database has as accepted. */
@NullMarked
package dev.parley.engine.lost;

import org.jspecify.annotations.NullMarked;
