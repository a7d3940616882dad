package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.PriceTier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Whom a row of the price policies is for. */
final class Addressee {
    private Addressee() {}

    /** Whether it is in force on a day. */
    static boolean isInForce(PriceTier tier, LocalDate day) {
        return !tier.effectiveFrom().isAfter(day)
                && tier.until().filter(end -> !day.isBefore(end)).isEmpty();
    }

    /** Whether an enterprise lies in its region and has its quota, or where it names none, is of its industry. */
    static boolean fits(PriceTier tier, Enterprise enterprise) {
        return enterprise.region().startsWith(tier.region())
                && tier.quota()
                        .map(quota -> !indicators(enterprise, quota).isEmpty())
                        .orElseGet(() -> isOfIndustry(tier.industry(), enterprise.industry()));
    }

    /** GB/T 4754 codes or the beginnings of them, with a bar between several; none for all. */
    private static boolean isOfIndustry(String industries, String industry) {
        return industries.isEmpty()
                || Arrays.stream(industries.split("\\|")).map(String::strip).anyMatch(industry::startsWith);
    }

    /** The indicators of an enterprise that a quota judges or that are compared with it. */
    static List<String> indicators(Enterprise enterprise, String quota) {
        return enterprise.accounts().stream()
                .flatMap(account -> indicators(account, quota))
                .toList();
    }

    private static Stream<String> indicators(Account account, String quota) {
        if (account instanceof Account.UnitProduct product) {
            return product.quota().stream().filter(quota::equals).map(found -> "unit-product:" + product.id());
        }
        if (account instanceof Account.PowerUsage usage && !usage.partial()) {
            String whole = "pue:" + usage.id();
            return Stream.concat(
                    usage.quota().stream().filter(quota::equals).map(found -> whole),
                    usage.thresholds().stream().filter(quota::equals).map(found -> whole + ':' + found));
        }
        return Stream.empty();
    }
}
