/** Measures grants: how they are asked about and confirmed, and how they end, with few and with many others. */
@NullMarked
package dev.parley.bench.renewal;

import org.jspecify.annotations.NullMarked;
