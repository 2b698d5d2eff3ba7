/**
 * Conversations over HTTP. Resources read requests and write answers, and leave every rule to the patterns and the
 * engine; waiting for more than a commit holds no thread; every error is a problem object (RFC 9457).
 */
@NullMarked
package dev.parley.web;

import org.jspecify.annotations.NullMarked;
