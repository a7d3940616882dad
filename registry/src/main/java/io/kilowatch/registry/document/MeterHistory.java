package io.kilowatch.registry.document;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Multiplier;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.Replacement;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what changed about a meter and when: its multipliers and the replacements of its register. */
final class MeterHistory {
    private final Node meter;
    private final BusinessCalendar calendar;

    MeterHistory(Node meter, BusinessCalendar calendar) {
        this.meter = meter;
        this.calendar = calendar;
    }

    List<Multiplier> multipliers() {
        List<Multiplier> multipliers = new ArrayList<>();
        Set<LocalDateTime> seen = new HashSet<>();
        for (Node one : meter.list("multiplier")) {
            one.only("from", "value");
            Optional<LocalDateTime> from = moment(one, "from", seen);
            one.text("value");
            Optional<BigDecimal> value = one.decimal("value", MeterReader.LEAST, MeterReader.MOST);
            if (from.isPresent() && value.isPresent()) {
                multipliers.add(new Multiplier(from.get(), value.get()));
            }
        }
        return multipliers;
    }

    List<Replacement> replacements(ReadingKind kind, Optional<Integer> digits) {
        if (kind != ReadingKind.REGISTER && meter.child("replacements").exists()) {
            meter.child("replacements").fault("only a register is replaced; take them out, or make the kind register");
        }
        List<Replacement> replacements = new ArrayList<>();
        Set<LocalDateTime> seen = new HashSet<>();
        for (Node one : meter.list("replacements")) {
            one.only("at", "final", "initial");
            Optional<LocalDateTime> at = moment(one, "at", seen);
            Optional<BigDecimal> last = register(one, "final", digits);
            Optional<BigDecimal> first = register(one, "initial", digits);
            if (at.isPresent() && last.isPresent() && first.isPresent()) {
                replacements.add(new Replacement(at.get(), last.get(), first.get()));
            }
        }
        return replacements;
    }

    private Optional<LocalDateTime> moment(Node one, String field, Set<LocalDateTime> seen) {
        String written = one.text(field);
        Optional<LocalDateTime> moment = one.moment(field, calendar);
        if (moment.isPresent() && !seen.add(moment.get())) {
            one.child(field).fault(written + " is used twice");
        }
        return moment;
    }

    private static Optional<BigDecimal> register(Node one, String field, Optional<Integer> digits) {
        String written = one.text(field);
        Optional<BigDecimal> register = one.decimal(field, "0", MeterReader.MOST);
        digits.map(BigDecimal.TEN::pow)
                .filter(rollover -> register.isPresent() && register.get().compareTo(rollover) >= 0)
                .ifPresent(rollover -> one.child(field)
                        .fault('"' + written + "\" must be below " + rollover + ", as the register has " + digits.get()
                                + " digits; correct the number, or digits"));
        return register;
    }
}
