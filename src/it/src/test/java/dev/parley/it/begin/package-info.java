/** The first hour of an application developer: a new project, its EAR, and the first request. */
package dev.parley.it.begin;
