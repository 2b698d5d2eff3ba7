/** What people may have done with an instance: cancel it, hold it up, and settle a step that waits for somebody. */
@NullMarked
package dev.parley.process.command;

import org.jspecify.annotations.NullMarked;
