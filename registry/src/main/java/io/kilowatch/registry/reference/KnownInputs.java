package io.kilowatch.registry.reference;

import com.ezylang.evalex.data.DataAccessorIfc;
import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The inputs of one evaluation; notes which of those it was asked for are missing. */
final class KnownInputs implements DataAccessorIfc {
    private static final EvaluationValue ANYTHING = EvaluationValue.numberValue(BigDecimal.ONE);

    private final Function<String, Optional<BigDecimal>> inputs;
    private final Set<String> missing = new TreeSet<>();
    private int misses;

    KnownInputs(Function<String, Optional<BigDecimal>> inputs) {
        this.inputs = inputs;
    }

    Set<String> missing() {
        return missing;
    }

    /** How often a missing input was asked for: while this stays the same, all that was computed is known. */
    int misses() {
        return misses;
    }

    /** An input's value; for a missing one any number, so that the evaluation goes on and meets the others. */
    @Override
    public EvaluationValue getData(String variable) {
        Optional<BigDecimal> value = inputs.apply(variable);
        if (value.isEmpty()) {
            missing.add(variable);
            misses++;
        }
        return value.map(EvaluationValue::numberValue).orElse(ANYTHING);
    }

    @Override
    public void setData(String variable, EvaluationValue value) {
        throw new UnsupportedOperationException("inputs are read only");
    }
}
