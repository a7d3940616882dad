/** The real parts a single machine runs beside the services: a Kafka broker in the process, a PostgreSQL server under it. */
@NullMarked
package io.kilowatch.deploy.runtime;

import org.jspecify.annotations.NullMarked;
