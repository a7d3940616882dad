/** Tests of the registry with real parts. */
@NullMarked
package io.kilowatch.deploy.registry;

import org.jspecify.annotations.NullMarked;
