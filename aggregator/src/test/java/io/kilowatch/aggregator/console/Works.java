package io.kilowatch.aggregator.console;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.Account.Term;
import io.kilowatch.domain.Basis;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Declared;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Input;
import io.kilowatch.domain.Name;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An enterprise that does not exist, with what it usually uses.
 *
 * @param number distinguishes it
 * @param name its names
 * @param region six digits
 * @param industry class of GB/T 4754
 * @param indicator the judged indicator's id
 * @param metric the indicator's names
 * @param quota the quota's id
 * @param level the level it is judged by
 * @param usual what it usually uses per unit
 * @param output tonnes a day, or kWh of IT
 * @param fuel tce of coal a day
 * @param inputs what corrects its limits
 * @param correction by how much its limits are corrected, from the newest edition on
 * @param budget its annual budget in tce; 0 for none
 */
record Works(
        int number,
        Name name,
        String region,
        String industry,
        String indicator,
        Name metric,
        String quota,
        int level,
        double usual,
        int output,
        int fuel,
        List<Input> inputs,
        String correction,
        int budget) {
    static Works of(
            int number,
            String zh,
            String en,
            String region,
            String industry,
            String metricZh,
            String metricEn,
            String quota,
            double usual,
            int output,
            int fuel) {
        boolean centre = quota.startsWith("data-centre");
        return new Works(
                number,
                new Name(zh, en),
                region,
                industry,
                centre ? "pue:hall" : "unit-product:main",
                new Name(metricZh, metricEn),
                quota,
                centre ? 2 : 3,
                usual,
                output,
                fuel,
                List.of(),
                "0",
                0);
    }

    Works corrected(String input, String value, String by) {
        Input given = new Input(input, LocalDate.of(2025, 1, 1), new BigDecimal(value));
        return new Works(
                number,
                name,
                region,
                industry,
                indicator,
                metric,
                quota,
                level,
                usual,
                output,
                fuel,
                List.of(given),
                by,
                budget);
    }

    Works budgeted(int tce) {
        return new Works(
                number,
                name,
                region,
                industry,
                indicator,
                metric,
                quota,
                level,
                usual,
                output,
                fuel,
                inputs,
                correction,
                tce);
    }

    EnterpriseCode code() {
        String first = "91640000MA7K" + String.format(java.util.Locale.ROOT, "%05d", number);
        return new EnterpriseCode(first + EnterpriseCode.checkCharacter(first));
    }

    /** As the registry has it. */
    Enterprise enterprise() {
        boolean centre = indicator.startsWith("pue:");
        Account account = centre
                ? new Account.PowerUsage("hall", Optional.of(quota), List.of(), List.of())
                : new Account.UnitProduct(
                        "main",
                        metric,
                        Optional.of(quota),
                        List.of(),
                        List.of(new Term("P" + number, false)),
                        inputs,
                        Optional.empty(),
                        Optional.of(BigDecimal.valueOf(output * 330L)));
        Declared declared = new Declared(
                List.of(),
                List.of(),
                List.of(),
                budget == 0
                        ? List.of()
                        : List.of(new Declared.Budget(
                                2026,
                                BigDecimal.valueOf(budget),
                                Basis.CALORIFIC,
                                "宁工信示例〔2026〕" + number + "号",
                                List.of())),
                List.of(),
                List.of(new Declared.Tariff(Declared.Tariff.Category.PERMITTED, LocalDate.of(2020, 1, 1))));
        return new Enterprise(
                code(),
                name,
                region,
                industry,
                level == 2,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(account),
                centre ? Optional.of(new DataCentre(output / 20, 2, Optional.empty())) : Optional.empty(),
                declared);
    }
}
