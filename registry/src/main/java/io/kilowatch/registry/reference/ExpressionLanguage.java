package io.kilowatch.registry.reference;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.AbstractOperator;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.math.MathContext;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** The words that expressions may use, and nothing else of the library. */
final class ExpressionLanguage {
    static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .mathContext(MathContext.DECIMAL128)
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(
                    Map.entry("-", new PrefixMinusOperator()),
                    Map.entry("+", new InfixPlusOperator()),
                    Map.entry("-", new InfixMinusOperator()),
                    Map.entry("*", new InfixMultiplicationOperator()),
                    Map.entry("/", new InfixDivisionOperator()),
                    Map.entry("=", new InfixEqualsOperator()),
                    Map.entry("!=", new InfixNotEqualsOperator()),
                    Map.entry(">", new InfixGreaterOperator()),
                    Map.entry(">=", new InfixGreaterEqualsOperator()),
                    Map.entry("<", new InfixLessOperator()),
                    Map.entry("<=", new InfixLessEqualsOperator()),
                    Map.entry("AND", new And()),
                    Map.entry("OR", new Or()),
                    Map.entry("NOT", new PrefixNotOperator())))
            .functionDictionary(MapBasedFunctionDictionary.ofFunctions(
                    Map.entry("IF", new If()),
                    Map.entry("MIN", new MinFunction()),
                    Map.entry("MAX", new MaxFunction()),
                    Map.entry("ABS", new AbsFunction())))
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .implicitMultiplicationAllowed(false)
            .stripTrailingZeros(false)
            .zoneId(ZoneOffset.UTC)
            .locale(Locale.ROOT)
            .build();

    private ExpressionLanguage() {}

    /** Evaluates what is parsed with inputs of its own. */
    static EvaluationValue evaluate(Expression parsed, KnownInputs inputs) throws EvaluationException, ParseException {
        ExpressionConfiguration one =
                CONFIGURATION.toBuilder().dataAccessorSupplier(() -> inputs).build();
        return new Expression(parsed.getExpressionString(), one).evaluateSubtree(parsed.getAbstractSyntaxTree());
    }

    private static int misses(Expression expression) {
        return ((KnownInputs) expression.getDataAccessor()).misses();
    }

    private static EvaluationValue value(Expression expression, EvaluationValue lazy) throws EvaluationException {
        return expression.evaluateSubtree(lazy.getExpressionNode());
    }

    /** Takes no branch while its condition is not known, or it would ask for inputs that may not be needed. */
    @FunctionParameter(name = "condition", isLazy = true)
    @FunctionParameter(name = "then", isLazy = true)
    @FunctionParameter(name = "otherwise", isLazy = true)
    static final class If extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... parameters)
                throws EvaluationException {
            int before = misses(expression);
            EvaluationValue condition = value(expression, parameters[0]);
            if (misses(expression) > before) {
                return condition;
            }
            return value(expression, condition.getBooleanValue() ? parameters[1] : parameters[2]);
        }
    }

    private static EvaluationValue joined(
            Expression expression, EvaluationValue left, EvaluationValue right, boolean decisive)
            throws EvaluationException {
        int before = misses(expression);
        boolean first = value(expression, left).getBooleanValue();
        boolean known = misses(expression) == before;
        boolean result =
                known && first == decisive ? decisive : value(expression, right).getBooleanValue();
        return EvaluationValue.booleanValue(result);
    }

    /** Asks for what stands right unless what stands left is known to be false. */
    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_AND, operandsLazy = true)
    static final class And extends AbstractOperator {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
                throws EvaluationException {
            return joined(expression, operands[0], operands[1], false);
        }
    }

    /** Asks for what stands right unless what stands left is known to be true. */
    @InfixOperator(precedence = OperatorIfc.OPERATOR_PRECEDENCE_OR, operandsLazy = true)
    static final class Or extends AbstractOperator {
        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
                throws EvaluationException {
            return joined(expression, operands[0], operands[1], true);
        }
    }
}
