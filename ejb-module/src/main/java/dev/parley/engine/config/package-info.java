/** The configuration, read and checked once from {@code parley.*}: that of patterns by their own groups. */
@NullMarked
package dev.parley.engine.config;

import org.jspecify.annotations.NullMarked;
