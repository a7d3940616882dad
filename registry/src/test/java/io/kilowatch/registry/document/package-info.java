/** Tests of the registry: document. */
@NullMarked
package io.kilowatch.registry.document;

import org.jspecify.annotations.NullMarked;
