package io.kilowatch.registry.desk;

import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.registry.desk.DocumentFiles.Document;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a document without fault could say better, in one line. */
final class Advice {
    private Advice() {}

    /** The registers of a document whose jumps cannot be told from consumption; empty if there are none. */
    static Optional<String> of(Document document) {
        Enterprise enterprise = document.enterprise();
        String registers = enterprise.meters().values().stream()
                .filter(meter -> meter.kind() == ReadingKind.REGISTER)
                .filter(meter -> meter.maximumPower().isEmpty())
                .map(Meter::id)
                .sorted()
                .collect(Collectors.joining(", "));
        return registers.isEmpty()
                ? Optional.empty()
                : Optional.of("advice  " + document.file() + "  " + enterprise.code()
                        + "  without maximumPower a register's jump cannot be told from consumption; give one, in base"
                        + " units per hour and with ample head-room, to: " + registers);
    }
}
