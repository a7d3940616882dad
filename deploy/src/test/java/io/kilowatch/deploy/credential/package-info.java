/** Tests of the package of the same name, and of the gateway with what it issues. */
@NullMarked
package io.kilowatch.deploy.credential;

import org.jspecify.annotations.NullMarked;
