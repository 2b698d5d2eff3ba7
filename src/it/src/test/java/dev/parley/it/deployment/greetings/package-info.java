/** The operations of applications that a test adds to the EAR: good ones, and ones that must not be deployed. */
package dev.parley.it.deployment.greetings;
