/** The registry's own tables, and publishing from them. */
@NullMarked
package io.kilowatch.registry.store;

import org.jspecify.annotations.NullMarked;
