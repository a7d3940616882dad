package io.kilowatch.aggregator.accounting;

import io.kilowatch.domain.Input;
import io.kilowatch.domain.OutputConversion;
import io.kilowatch.domain.Reason;
import io.kilowatch.registry.reference.Expression;
import io.kilowatch.registry.reference.ReferenceData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a unit of output is multiplied with to become the tonne that a standard counts in. */
public sealed interface OutputFactor {
    /**
     * One that is known.
     *
     * @param figure rounded half even to twelve places
     * @param conversion the edition that gives it
     * @param inputs what its expression was computed with
     */
    record Known(BigDecimal figure, OutputConversion conversion, List<Input> inputs) implements OutputFactor {
        private static final int PLACES = 12;

        /** Copies its inputs. */
        public Known {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * One that is not.
     *
     * @param reasons why, at least one
     */
    record Unknown(List<Reason> reasons) implements OutputFactor {
        /** Copies its reasons. */
        public Unknown {
            reasons = List.copyOf(reasons);
        }
    }

    /** That of a conversion on a day. */
    static OutputFactor of(String id, LocalDate day, ReferenceData reference, Inputs inputs) {
        Optional<OutputConversion> conversion = reference.conversion(id, day);
        if (conversion.isEmpty()) {
            return new Unknown(List.of(Reasons.noConversion(id, day)));
        }
        Expression expression = reference.expression(conversion.get().expression());
        Expression.Outcome outcome =
                expression.evaluate(name -> inputs.find(name, day).map(Input::value));
        if (outcome instanceof Expression.Outcome.Value value) {
            return new Known(
                    value.value().setScale(Known.PLACES, RoundingMode.HALF_EVEN),
                    conversion.get(),
                    expression.names().stream()
                            .flatMap(name -> inputs.find(name, day).stream())
                            .toList());
        }
        return new Unknown(
                outcome instanceof Expression.Outcome.Missing missing
                        ? missing.names().stream()
                                .map(name -> Reasons.missingInput(name, day))
                                .toList()
                        : List.of(Reasons.noConversion(id, day)));
    }
}
