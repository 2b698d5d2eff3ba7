/** The database: connections, migrations, and statements that take few round trips. */
@NullMarked
package dev.parley.engine.jdbc;

import org.jspecify.annotations.NullMarked;
