package io.kilowatch.registry.desk;

import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.registry.desk.DocumentFiles.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document without fault could say better, in a line for each kind of omission. */
final class Advice {
    private Advice() {}

    /** Every line of advice on a document; none if nothing could be better. */
    static List<String> of(Document document) {
        Enterprise enterprise = document.enterprise();
        FuelAdvice fuels = new FuelAdvice(enterprise);
        return Stream.of(
                        registers(enterprise),
                        new InputAdvice(enterprise).missing(),
                        fuels.missingCalorificValues(),
                        fuels.unlikelyCalorificValues(),
                        fuels.missingSteamStates())
                .flatMap(Optional::stream)
                .map(text -> "advice  " + document.file() + "  " + enterprise.code() + "  " + text)
                .toList();
    }

    /** The registers whose jumps cannot be told from consumption. */
    private static Optional<String> registers(Enterprise enterprise) {
        String registers = enterprise.meters().values().stream()
                .filter(meter -> meter.kind() == ReadingKind.REGISTER)
                .filter(meter -> meter.maximumPower().isEmpty())
                .map(Meter::id)
                .sorted()
                .collect(Collectors.joining(", "));
        return text(
                "without maximumPower a register's jump cannot be told from consumption; give one, in base"
                        + " units per hour and with ample head-room, to: ",
                registers);
    }

    /** A sentence that ends in a list; empty if the list is. */
    static Optional<String> text(String sentence, String list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(sentence + list);
    }
}
