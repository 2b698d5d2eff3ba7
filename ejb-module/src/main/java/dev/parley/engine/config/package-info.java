/** The configuration, read and checked once from {@code parley.*}. */
@NullMarked
package dev.parley.engine.config;

import org.jspecify.annotations.NullMarked;
