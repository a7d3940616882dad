/** The operator's uses of the registry: check, apply, delete and show documents, and hash passwords. */
@NullMarked
package io.kilowatch.registry.desk;

import org.jspecify.annotations.NullMarked;
