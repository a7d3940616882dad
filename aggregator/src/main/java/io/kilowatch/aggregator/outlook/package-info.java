/** What a year will end at if it goes on so, what that leaves of a limit or a budget, and what exceeding costs. */
@NullMarked
package io.kilowatch.aggregator.outlook;

import org.jspecify.annotations.NullMarked;
