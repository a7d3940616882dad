package io.kilowatch.registry.reference;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A formula of a data file: decimals, named inputs, arithmetic, comparisons, {@code AND OR NOT}, {@code IF MIN MAX ABS}.
 *
 * <p>It computes in 34 digits ({@link java.math.MathContext#DECIMAL128}). True is 1 and false is 0. {@code IF} asks only
 * for the inputs of the branch that is taken. There is no way from it to anything but its inputs.
 */
public final class Expression {
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 40;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private final String text;
    private final com.ezylang.evalex.Expression parsed;
    private final SortedSet<String> names;

    private Expression(String text, com.ezylang.evalex.Expression parsed, SortedSet<String> names) {
        this.text = text;
        this.parsed = parsed;
        this.names = Collections.unmodifiableSortedSet(names);
    }

    /** What an evaluation gives. */
    public sealed interface Outcome {
        /**
         * A figure.
         *
         * @param value true is 1 and false is 0
         */
        record Value(BigDecimal value) implements Outcome {}

        /**
         * Some inputs are not known.
         *
         * @param names every one that is asked for and missing
         */
        record Missing(Set<String> names) implements Outcome {
            /** Copies its names. */
            public Missing {
                names = Set.copyOf(names);
            }
        }

        /**
         * It cannot be computed with these inputs, as when something is divided by zero.
         *
         * @param message what is wrong
         */
        record Fault(String message) implements Outcome {}
    }

    /**
     * The expression of a text.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Expression parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        }
        SortedSet<String> names = new TreeSet<>();
        var parsed = new com.ezylang.evalex.Expression(text, ExpressionLanguage.CONFIGURATION);
        try {
            check(parsed.getAbstractSyntaxTree(), names, DEEPEST);
        } catch (ParseException e) {
            throw new IllegalArgumentException(explained(text, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(explained(text, e.getMessage()), e);
        } catch (RuntimeException e) { // the library's stacks run empty on some malformed texts
            throw new IllegalArgumentException(explained(text, "it is malformed"), e);
        }
        return new Expression(text, parsed, names);
    }

    private static String explained(String text, @Nullable String message) {
        return '"' + text + "\" is no expression: " + message + "; allowed are decimals, input names, + - * /, "
                + "= != < <= > >=, AND OR NOT, IF(condition, then, else), MIN, MAX, ABS and brackets";
    }

    private static void check(ASTNode node, Set<String> names, int depth) {
        Token token = node.getToken();
        String word = token.getValue();
        if (depth == 0) {
            throw new IllegalArgumentException("it is nested more than " + DEEPEST + " deep");
        }
        switch (token.getType()) {
            case VARIABLE_OR_CONSTANT -> {
                allow(NAME, word, "an input's name has small letters, digits and _ only");
                names.add(word);
            }
            case NUMBER_LITERAL -> allow(NUMBER, word, "write decimals such as 0.5");
            case FUNCTION, INFIX_OPERATOR, PREFIX_OPERATOR -> {}
            default -> throw new IllegalArgumentException("\"" + word + "\" is not allowed");
        }
        node.getParameters().forEach(child -> check(child, names, depth - 1));
    }

    private static void allow(Pattern pattern, String word, String message) {
        if (!pattern.matcher(word).matches()) {
            throw new IllegalArgumentException("\"" + word + "\": " + message);
        }
    }

    /** Every input that it may ask for, in order. */
    public Set<String> names() {
        return names;
    }

    /** Its value with some inputs; safe to be called from several threads. */
    public Outcome evaluate(Function<String, Optional<BigDecimal>> inputs) {
        KnownInputs known = new KnownInputs(inputs);
        try {
            EvaluationValue value = ExpressionLanguage.evaluate(parsed, known);
            return known.missing().isEmpty()
                    ? new Outcome.Value(value.getNumberValue())
                    : new Outcome.Missing(known.missing());
        } catch (EvaluationException | ParseException | ArithmeticException e) {
            return known.missing().isEmpty()
                    ? new Outcome.Fault(String.valueOf(e.getMessage()))
                    : new Outcome.Missing(known.missing());
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
