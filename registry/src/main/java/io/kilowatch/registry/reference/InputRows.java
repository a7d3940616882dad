package io.kilowatch.registry.reference;

import io.kilowatch.domain.InputDefinition;
import io.kilowatch.domain.Name;
import io.kilowatch.domain.OutputConversion;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code inputs.csv} and {@code output-conversions.csv}, and the expressions of all files. */
final class InputRows {
    /** What an expression of a correction calls the figure so far. */
    static final String LIMIT = "limit";

    private static final Pattern CHOICE = Pattern.compile("(\\d+)=([^/=]+)/([^/=]+)");

    private InputRows() {}

    static InputDefinition input(CsvRow row) {
        String id = row.text("input");
        if (!id.isEmpty() && (id.equals(LIMIT) || !isName(id))) {
            row.fault("input", "\"" + id + "\" must be small letters, digits and _, and no word of expressions");
        }
        Optional<BigDecimal> least = row.optionalDecimal("least");
        Optional<BigDecimal> most = row.optionalDecimal("most");
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            row.fault("least", "is more than most");
        }
        return new InputDefinition(
                id,
                row.name("name"),
                row.cell("unit"),
                least,
                most,
                choices(row),
                row.one("origin", InputDefinition.Origin.class));
    }

    private static boolean isName(String id) {
        try {
            return Expression.parse(id).names().equals(Set.of(id));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, Name> choices(CsvRow row) {
        Map<String, Name> choices = new LinkedHashMap<>();
        if (row.cell("choices").isEmpty()) {
            return choices;
        }
        for (String choice : row.cell("choices").split(";")) {
            Matcher matcher = CHOICE.matcher(choice.strip());
            if (!matcher.matches()) {
                row.fault("choices", "\"" + choice.strip() + "\" is no choice such as 0=无/none");
            } else if (choices.put(matcher.group(1), new Name(matcher.group(2), matcher.group(3))) != null) {
                row.fault("choices", matcher.group(1) + " is there twice");
            }
        }
        return choices;
    }

    static OutputConversion conversion(CsvRow row, Set<String> inputs) {
        return new OutputConversion(
                row.text("conversion"),
                row.name("name"),
                expression(row, inputs),
                row.text("standard_no"),
                row.text("clause"),
                row.date("effective_from"),
                row.flag("verified"),
                row.text("source"));
    }

    /** The text in the column {@code expression}, which may name only some words. */
    static String expression(CsvRow row, Set<String> allowed) {
        String text = row.text("expression");
        if (!text.isEmpty()) {
            try {
                Set<String> unknown = new TreeSet<>(Expression.parse(text).names());
                unknown.removeAll(allowed);
                unknown.forEach(name -> row.fault("expression", "\"" + name + "\" is not in inputs.csv"));
            } catch (IllegalArgumentException e) {
                row.fault("expression", String.valueOf(e.getMessage()));
            }
        }
        return text;
    }
}
