/** What becomes of an application's jar in the EAR, seen from within the server. */
package dev.parley.it.deployment;
