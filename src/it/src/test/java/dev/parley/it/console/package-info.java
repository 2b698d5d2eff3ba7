/** The console in a real browser: a Chromium that is on the machine, driven by its own protocol. */
@NullMarked
package dev.parley.it.console;

import org.jspecify.annotations.NullMarked;
