package io.kilowatch.registry.desk;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.domain.Site;
import io.kilowatch.registry.reference.Expression;
import io.kilowatch.registry.reference.Expression.Outcome;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inputs that the quotas of a document's accounts need and that it does not give: they cannot be judged. */
final class InputAdvice {
    private static final String LIMIT = "limit";

    private final Enterprise enterprise;
    private final ReferenceData reference = ReferenceData.standard();

    InputAdvice(Enterprise enterprise) {
        this.enterprise = enterprise;
    }

    Optional<String> missing() {
        return Advice.text(
                "without these inputs it cannot be judged; declare them: ",
                enterprise.accounts().stream()
                        .map(this::missing)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; ")));
    }

    private Optional<String> missing(Account account) {
        SortedSet<String> missing = new TreeSet<>();
        Function<String, Optional<BigDecimal>> given = name -> given(account, name);
        for (QuotaEntry entry : entries(account)) {
            for (QuotaRule rule : entry.rules()) {
                missing.addAll(missing(rule.expression(), given));
            }
        }
        conversions(account).forEach(conversion -> missing.addAll(missing(conversion.expression(), given)));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("account " + account.id() + " "
                        + missing.stream().map(this::named).collect(Collectors.joining(", ")));
    }

    /** Every edition's: a year that straddles two is judged by both. */
    private List<QuotaEntry> entries(Account account) {
        Set<String> quotas = quotas(account).collect(Collectors.toSet());
        return reference.entries().stream()
                .filter(entry -> entry.kind() == QuotaEntry.Kind.LIMIT)
                .filter(entry -> quotas.contains(entry.quota().id()))
                .toList();
    }

    private static Stream<String> quotas(Account account) {
        if (account instanceof Account.UnitProduct product) {
            return product.quota().stream();
        }
        return account instanceof Account.PowerUsage usage
                ? Stream.concat(usage.quota().stream(), usage.thresholds().stream())
                : Stream.empty();
    }

    private List<OutputConversion> conversions(Account account) {
        Set<String> ids =
                account.terms().flatMap(term -> term.conversion().stream()).collect(Collectors.toSet());
        return reference.conversions().stream()
                .filter(conversion -> ids.contains(conversion.id()))
                .toList();
    }

    private static Set<String> missing(String expression, Function<String, Optional<BigDecimal>> given) {
        return Expression.parse(expression).evaluate(given) instanceof Outcome.Missing missing
                ? missing.names()
                : Set.of();
    }

    private Optional<BigDecimal> given(Account account, String name) {
        // What is missing does not depend on how high the limit is.
        if (name.equals(LIMIT)) {
            return Optional.of(BigDecimal.ONE);
        }
        return reference.input(name).flatMap(input -> switch (input.origin()) {
            case ACCOUNT -> declared(account, name);
            case SITE -> site(account).flatMap(site -> ofSite(site, name));
            case DATA_CENTRE -> enterprise.dataCentre().map(DataCentre::racks).map(BigDecimal::valueOf);
        });
    }

    private static Optional<BigDecimal> declared(Account account, String name) {
        return account instanceof Account.UnitProduct product
                ? product.inputs().stream()
                        .filter(input -> input.id().equals(name))
                        .max(Comparator.comparing(Input::from))
                        .map(Input::value)
                : Optional.empty();
    }

    private Optional<Site> site(Account account) {
        Optional<String> named = account instanceof Account.UnitProduct product ? product.site() : Optional.empty();
        List<Site> candidates = enterprise.sites().stream()
                .filter(site -> named.isEmpty() || named.get().equals(site.id()))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static Optional<BigDecimal> ofSite(Site site, String name) {
        return switch (name) {
            case "altitude" -> site.altitude();
            case "pressure" -> site.pressure();
            default -> Optional.empty();
        };
    }

    private String named(String id) {
        return reference.input(id).map(InputAdvice::named).orElse(id);
    }

    private static String named(InputDefinition input) {
        String where = switch (input.origin()) {
            case ACCOUNT -> "";
            case SITE -> ", of its site";
            case DATA_CENTRE -> ", in dataCentre";
        };
        return input.id() + " (" + input.name().zh() + ", " + input.name().en() + where + ')';
    }
}
