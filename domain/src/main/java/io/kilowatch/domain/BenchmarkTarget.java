package io.kilowatch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A target for the share of an industry's capacity that reaches the benchmark level (达到能效标杆水平的比例).
 *
 * @param id its id
 * @param name the industry's names
 * @param document the document's number
 * @param clause where in it, with its words
 * @param region the prefix of the regions it is for
 * @param quotas the beginnings of the quota ids that belong to the industry
 * @param above the share that must be exceeded; 0.3 is 30 %
 * @param by the last day to get there
 * @param verified whether it was read in a text
 * @param source where it was found
 */
public record BenchmarkTarget(
        String id,
        Name name,
        String document,
        String clause,
        String region,
        List<String> quotas,
        BigDecimal above,
        LocalDate by,
        boolean verified,
        String source) {
    /** Copies its quotas. */
    public BenchmarkTarget {
        quotas = List.copyOf(quotas);
    }

    /** The beginning by which a quota belongs to the industry; absent if it does not. */
    public Optional<String> covers(String quota) {
        return quotas.stream().filter(quota::startsWith).findFirst();
    }
}
