/** Tests of the vocabulary and its arithmetic. */
@NullMarked
package io.kilowatch.domain;

import org.jspecify.annotations.NullMarked;
