/** Real parts for tests: databases and brokers that a test has to itself. */
@NullMarked
package io.kilowatch.deploy.testing;

import org.jspecify.annotations.NullMarked;
