/**
 * The vocabulary: ids, meters, carriers, readings, periods, quotas and verdicts, and exact fixed-point arithmetic.
 *
 * <p>Only the JDK is imported here; nothing reads a clock.
 */
@NullMarked
package io.kilowatch.domain;

import org.jspecify.annotations.NullMarked;
