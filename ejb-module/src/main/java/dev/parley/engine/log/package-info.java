/** The server's log, as far as it grows by Parley: what its parts say again and again is said less often. */
@NullMarked
package dev.parley.engine.log;

import org.jspecify.annotations.NullMarked;
