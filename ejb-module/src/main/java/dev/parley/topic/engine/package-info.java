/** Where topics meet the engine: the log of events, who publishes, and who delivers. */
@NullMarked
package dev.parley.topic.engine;

import org.jspecify.annotations.NullMarked;
