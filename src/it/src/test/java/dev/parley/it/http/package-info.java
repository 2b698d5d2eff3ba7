/** Requests and conversations over HTTP, by the situation the caller is in. */
package dev.parley.it.http;
