/** The console, Parley's face for people: static files in {@code webapp/console}, which call the HTTP interface. */
@NullMarked
package dev.parley.web.console;

import org.jspecify.annotations.NullMarked;
