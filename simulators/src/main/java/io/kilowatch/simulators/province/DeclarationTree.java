package io.kilowatch.simulators.province;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What an enterprise declares, in the shape of its registry document: for so many months and years from the first day that
 * a simulation does not soon run out of them.
 */
record DeclarationTree(Declarations declared, LocalDate from) {
    private static final int MONTHS = 36;
    private static final int YEARS = 3;
    private static final int MONTHS_PER_YEAR = 12;
    private static final int SHARE_PLACES = 4;
    private static final double UNEVENNESS = 0.04;
    private static final double COAL_UNEVENNESS = 0.012;

    void into(Map<String, Object> root) {
        List<Map<String, Object>> fuels = new ArrayList<>();
        declared.fuels().forEach(fuel -> fuels.addAll(months(month -> calorificValue(fuel, month))));
        if (!fuels.isEmpty()) {
            root.put("calorificValues", fuels);
        }
        declared.steam().ifPresent(steam -> root.put("steam", List.of(steam(steam))));
        root.put("economics", months(this::economics));
        root.put("budgets", years(this::budget));
        List<Map<String, Object>> renewables = new ArrayList<>();
        declared.nonFossil().forEach(one -> renewables.addAll(years(year -> renewable(one, year))));
        if (!renewables.isEmpty()) {
            root.put("renewables", renewables);
        }
        root.put("tariffs", List.of(tariff()));
    }

    private List<Map<String, Object>> months(IntFunction<Map<String, Object>> of) {
        return IntStream.range(0, MONTHS).mapToObj(of).toList();
    }

    private List<Map<String, Object>> years(IntFunction<Map<String, Object>> of) {
        return IntStream.range(from.getYear(), from.getYear() + YEARS)
                .mapToObj(of)
                .toList();
    }

    private YearMonth month(int number) {
        return YearMonth.from(from).plusMonths(number);
    }

    /** An ordinary month's figure as a month has it, whole. */
    private String uneven(String what, int ordinary, double unevenness, int number) {
        YearMonth month = month(number);
        long index = month.getYear() * (long) MONTHS_PER_YEAR + month.getMonthValue();
        double part = 2 * declared.noise().stream(what).uniform(index) - 1;
        return Long.toString(Math.round(ordinary * (1 + unevenness * part)));
    }

    private Map<String, Object> calorificValue(Declarations.Fuel fuel, int number) {
        String what = fuel.carrier().equals("raw-coal") ? "laboratory" : "laboratory-" + fuel.carrier();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("carrier", fuel.carrier());
        // A gas has no general factor, and a year that began before the simulation needs one from its first day.
        LocalDate since = number == 0 ? from.withDayOfYear(1) : month(number).atDay(1);
        tree.put("from", since.toString());
        tree.put("value", uneven(what, fuel.kilojoules(), COAL_UNEVENNESS, number));
        tree.put("unit", fuel.unit());
        return tree;
    }

    private Map<String, Object> steam(Declarations.Steam steam) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("meter", steam.meter());
        tree.put("from", from.withDayOfYear(1).toString());
        tree.put("pressure", steam.megapascals());
        tree.put("temperature", steam.celsius());
        return tree;
    }

    private Map<String, Object> economics(int number) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("month", month(number).toString());
        tree.put("outputValue", uneven("output", declared.outputValue(), UNEVENNESS, number));
        tree.put("valueAdded", uneven("added", declared.valueAdded(), UNEVENNESS, number));
        return tree;
    }

    /** A year's budget; in the first year that of the months that are left, since nothing is metered before. */
    private Map<String, Object> budget(int year) {
        int first = year == from.getYear() ? from.getMonthValue() : 1;
        int months = MONTHS_PER_YEAR + 1 - first;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("year", Integer.toString(year));
        tree.put("tce", Long.toString(declared.budget(year) * months / MONTHS_PER_YEAR));
        tree.put("basis", "calorific");
        tree.put("document", "示例用能预算〔" + year + "〕（虚构 / made up）");
        if (first > 1) {
            tree.put("months", shares(first, months));
        }
        return tree;
    }

    private static List<String> shares(int first, int months) {
        BigDecimal even = BigDecimal.ONE.divide(BigDecimal.valueOf(months), SHARE_PLACES, RoundingMode.DOWN);
        BigDecimal last = BigDecimal.ONE.subtract(even.multiply(BigDecimal.valueOf(months - 1L)));
        return IntStream.rangeClosed(1, MONTHS_PER_YEAR)
                .mapToObj(month -> month < first ? BigDecimal.ZERO : month < MONTHS_PER_YEAR ? even : last)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static Map<String, Object> renewable(Declarations.NonFossil one, int year) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("year", Integer.toString(year));
        tree.put("kind", one.kind());
        if (one.kind().equals("certificate")) {
            tree.put("certificates", Integer.toString(one.certificates()));
        } else {
            tree.put("kWh", one.certificates() + "000");
        }
        return tree;
    }

    private Map<String, Object> tariff() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("category", declared.category());
        tree.put("from", "2020-01-01");
        return tree;
    }
}
