/** Tests of applications on a server that is prepared: it is started once for all of them. */
@NullMarked
package dev.parley.testing.server;

import org.jspecify.annotations.NullMarked;
