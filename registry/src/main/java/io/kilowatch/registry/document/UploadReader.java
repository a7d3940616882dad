package io.kilowatch.registry.document;

import io.kilowatch.domain.DataCode;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.StatType;
import io.kilowatch.domain.Upload;
import io.kilowatch.domain.Upload.ValidFlag;
import io.kilowatch.registry.reference.UploadCodes;
import io.kilowatch.registry.reference.UploadCodes.Kind;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a document says of the national upload record. */
final class UploadReader {
    private UploadReader() {}

    /** A device's settings, in {@code upload}. */
    static Upload upload(Node device) {
        Node node = device.child("upload");
        if (!node.exists()) {
            return Upload.STANDARD;
        }
        node.only("valid", "slot");
        ValidFlag valid = node.child("valid").exists()
                ? node.word("valid", ValidFlag::parse, ValidFlag.TRUE, "true, zero")
                : ValidFlag.TRUE;
        return new Upload(valid, node.optionalText("slot").flatMap(text -> slot(node, text)));
    }

    private static Optional<LocalTime> slot(Node node, String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            node.child("slot").fault('"' + text + "\" is no time of day such as 01:38");
            return Optional.empty();
        }
    }

    /** A meter's code, in {@code dataCode}. */
    static Optional<DataCode> dataCode(Node meter, ReadingKind kind) {
        Optional<String> text = meter.optionalText("dataCode");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Node node = meter.child("dataCode");
        Optional<DataCode> code = DataCode.parse(text.get());
        if (code.isEmpty()) {
            node.fault('"' + text.get() + "\" must have sixteen digits, such as 00-00-0000-023300-11");
        } else if (UploadCodes.standard()
                .find(Kind.ENERGY_CLASS, code.get().energyClass())
                .isEmpty()) {
            node.fault("there is no energy class " + code.get().energyClass());
        }
        if (kind != ReadingKind.AMOUNT) {
            node.fault("the national record tells what flowed in a period; the meter's kind must be amount");
        }
        return code;
    }

    /** Two meters of a device cannot have the same code and frequency. */
    static void check(List<Node> nodes, List<Meter> meters) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < meters.size(); i++) {
            Meter meter = meters.get(i);
            if (meter.dataCode().isPresent()) {
                String key = meter.device() + ' ' + meter.dataCode().get() + ' ' + StatType.of(meter.interval());
                String other = seen.putIfAbsent(key, meter.id());
                if (other != null) {
                    nodes.get(i).child("dataCode").fault("is that of " + other + " too, at the same interval");
                }
            }
        }
    }
}
