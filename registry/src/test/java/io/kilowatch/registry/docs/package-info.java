/** Tests that the published documents say what the code does. */
@NullMarked
package io.kilowatch.registry.docs;

import org.jspecify.annotations.NullMarked;
