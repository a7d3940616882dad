package io.kilowatch.aggregator.outlook;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.PriceTier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whom a row of the price policies is for. */
final class Addressee {
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{0,4}");

    private Addressee() {}

    /** Whether it is in force on a day. */
    static boolean isInForce(PriceTier tier, LocalDate day) {
        return !tier.effectiveFrom().isAfter(day)
                && tier.until().filter(end -> !day.isBefore(end)).isEmpty();
    }

    /**
     * Whether an enterprise lies in its region and has its quota, or where it names none, is of its industry.
     *
     * @param words the words of the enterprise's industries
     */
    static boolean fits(PriceTier tier, Enterprise enterprise, Set<String> words) {
        return enterprise.region().startsWith(tier.region())
                && tier.quota()
                        .map(quota -> !indicators(enterprise, quota).isEmpty())
                        .orElseGet(() -> isOfIndustry(tier.industry(), enterprise.industry(), words));
    }

    /** Words of industries or the beginnings of GB/T 4754 codes, with a mark between several; none for all. */
    private static boolean isOfIndustry(String industries, String code, Set<String> words) {
        return industries.isBlank()
                || Arrays.stream(industries.split("[、/|]"))
                        .map(String::strip)
                        .anyMatch(
                                one -> words.contains(one) || (CODE.matcher(one).matches() && code.startsWith(one)));
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
