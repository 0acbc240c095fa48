/**
 * Two data centres of the reference store in containers, and the drifts that can be seeded into the second. Everything here
 * is the real thing: PostgreSQL with a streaming standby, Redis, nginx with TLS, cron, OpenSSH, and the network between
 * them. Needs a Docker engine.
 */
@NullMarked
package org.stackparity.lab;

import org.jspecify.annotations.NullMarked;
