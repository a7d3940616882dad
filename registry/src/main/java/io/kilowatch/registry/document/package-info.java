/** Enterprise documents in YAML or JSON, checked as a whole. */
@NullMarked
package io.kilowatch.registry.document;

import org.jspecify.annotations.NullMarked;
