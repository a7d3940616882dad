package io.kilowatch.registry.document;

import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.InputDefinition.Origin;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.domain.QuotaEntry;
import io.kilowatch.domain.QuotaRule;
import io.kilowatch.registry.reference.Expression;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the dated inputs of an account, of which its quota's rules and its output's conversions must make use. */
final class InputReader {
    private static final String LEAST = "-1000000000000";

    private final ReferenceData reference = ReferenceData.standard();
    private final SortedSet<String> used;
    /** Whether these are all; not if the quota or a conversion is not known, which is a fault of its own. */
    private final boolean all;

    private InputReader(SortedSet<String> used, boolean all) {
        this.used = used;
        this.all = all;
    }

    /**
     * A reader of the inputs that an account's quota, in any of its editions, and its conversions depend on.
     *
     * @param quota the quota's id as it is written
     * @param output what is converted
     */
    static InputReader of(Optional<String> quota, List<Term> output) {
        ReferenceData reference = ReferenceData.standard();
        List<QuotaEntry> entries = reference.entries().stream()
                .filter(entry -> quota.filter(entry.quota().id()::equals).isPresent())
                .toList();
        Set<String> ids =
                output.stream().flatMap(term -> term.conversion().stream()).collect(Collectors.toSet());
        List<OutputConversion> conversions = reference.conversions().stream()
                .filter(conversion -> ids.contains(conversion.id()))
                .toList();
        Stream<String> rules =
                entries.stream().flatMap(entry -> entry.rules().stream()).map(QuotaRule::expression);
        SortedSet<String> used = Stream.concat(rules, conversions.stream().map(OutputConversion::expression))
                .flatMap(expression -> Expression.parse(expression).names().stream())
                .filter(name -> reference.input(name).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = conversions.stream().map(OutputConversion::id).collect(Collectors.toSet());
        return new InputReader(used, quota.isPresent() == !entries.isEmpty() && known.containsAll(ids));
    }

    List<Input> inputs(Node account) {
        List<Input> inputs = new ArrayList<>();
        Set<Input> seen = new HashSet<>();
        for (Node one : account.list("inputs")) {
            one.only("input", "from", "value");
            String id = one.text("input");
            Optional<LocalDate> from = one.neededDate("from");
            if (from.isPresent() && !id.isEmpty() && !seen.add(new Input(id, from.get(), BigDecimal.ZERO))) {
                one.child("from").fault('"' + id + "\" has another value from " + from.get() + "; keep one of them");
            }
            Optional<BigDecimal> value = definition(one, id).flatMap(input -> value(one, input));
            if (from.isPresent() && value.isPresent()) {
                inputs.add(new Input(id, from.get(), value.get()));
            }
        }
        return inputs;
    }

    private Optional<InputDefinition> definition(Node one, String id) {
        one.text("value");
        Node place = one.child("input");
        Optional<InputDefinition> definition = reference.input(id);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (definition.isEmpty()) {
            place.fault("no input \"" + id + "\" is known; " + usable());
            return definition;
        }
        switch (definition.get().origin()) {
            case SITE ->
                place.fault('"' + id + "\" is taken from the site; give it in sites"
                        + ", and name the site in this account if there are several");
            case DATA_CENTRE -> place.fault('"' + id + "\" is taken from the data centre; give it in dataCentre");
            case ACCOUNT -> {
                if (all && !used.contains(id)) {
                    place.fault('"' + id + "\" is not used here; " + usable());
                }
            }
        }
        return definition;
    }

    private String usable() {
        List<String> ofAccounts = used.stream()
                .filter(id -> reference
                        .input(id)
                        .filter(input -> input.origin() == Origin.ACCOUNT)
                        .isPresent())
                .toList();
        return ofAccounts.isEmpty()
                ? "neither the quota nor a conversion of this account has inputs to declare"
                : "this account's quota and conversions use " + String.join(", ", ofAccounts);
    }

    private static Optional<BigDecimal> value(Node one, InputDefinition input) {
        if (input.choices().isEmpty()) {
            return one.decimal(
                    "value",
                    input.least().map(BigDecimal::toPlainString).orElse(LEAST),
                    input.most().map(BigDecimal::toPlainString).orElse(MeterReader.MOST));
        }
        return one.optionalText("value").flatMap(text -> {
            Optional<BigDecimal> number = input.choices().entrySet().stream()
                    .filter(choice -> choice.getKey().equals(text)
                            || choice.getValue().zh().equals(text)
                            || choice.getValue().en().equals(text))
                    .map(choice -> new BigDecimal(choice.getKey()))
                    .findFirst();
            if (number.isEmpty()) {
                one.child("value").fault('"' + text + "\" must be one of " + choices(input));
            }
            return number;
        });
    }

    private static String choices(InputDefinition input) {
        return input.choices().keySet().stream()
                .sorted()
                .map(number -> {
                    Name name = input.choices().getOrDefault(number, new Name("", ""));
                    return number + " (" + name.zh() + ", " + name.en() + ')';
                })
                .collect(Collectors.joining(", "));
    }
}
