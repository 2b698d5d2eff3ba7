/** What participants, and strangers, may not do. */
package dev.parley.it.security;
