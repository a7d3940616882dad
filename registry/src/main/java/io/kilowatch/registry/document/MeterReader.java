package io.kilowatch.registry.document;

import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Carrier;
import io.kilowatch.domain.Device;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Meter.Measured;
import io.kilowatch.domain.ReadingKind;
import io.kilowatch.domain.ReportingInterval;
import io.kilowatch.domain.Unit;
import io.kilowatch.platform.security.PasswordHash;
import io.kilowatch.platform.security.SubjectName;
import io.kilowatch.registry.reference.ReferenceData;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the devices and meters of a document. */
final class MeterReader {
    static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    static final String ID_WORDS = "1 to 64 letters, digits, _ or -";
    static final String LEAST = "0.000001";
    static final String MOST = "1000000000000";

    private static final String[] FIELDS = {
        "id",
        "device",
        "site",
        "name",
        "carrier",
        "product",
        "origin",
        "producedFrom",
        "kind",
        "unit",
        "multiplier",
        "digits",
        "maximumPower",
        "replacements",
        "interval",
        "from",
        "to",
        "dataCode"
    };

    private final Set<String> devices;
    private final Set<String> sites;
    private final BusinessCalendar calendar;
    private final Provenance provenance;

    /**
     * A reader of the meters of one document.
     *
     * @param devices the ids of its devices
     * @param sites the ids of its sites
     * @param calendar what local times are of
     * @param provenance notes where their energy comes from
     */
    MeterReader(Set<String> devices, Set<String> sites, BusinessCalendar calendar, Provenance provenance) {
        this.devices = devices;
        this.sites = sites;
        this.calendar = calendar;
        this.provenance = provenance;
    }

    static Device device(Node node) {
        node.only("id", "password", "certificate", "interval", "upload");
        Optional<String> password = node.optionalText("password");
        password.ifPresent(text -> {
            try {
                PasswordHash.parse(text);
            } catch (IllegalArgumentException e) {
                node.child("password").fault("is no password hash: " + e.getMessage());
            }
        });
        node.optionalText("interval").ifPresent(text -> {
            if (ReportingInterval.parse(text).isEmpty()) {
                node.child("interval").fault('"' + text + "\" must be one of " + ReportingInterval.words());
            }
        });
        return new Device(node.matching("id", ID, ID_WORDS), password, certificate(node), UploadReader.upload(node));
    }

    private static Optional<String> certificate(Node node) {
        return node.optionalText("certificate").flatMap(text -> {
            try {
                return Optional.of(SubjectName.parse(text));
            } catch (IllegalArgumentException e) {
                node.child("certificate")
                        .fault('"' + text + "\" is no subject of a certificate, such as CN=gw-1,O=91640100MA0EXAM01U");
                return Optional.empty();
            }
        });
    }

    Meter meter(Node node) {
        node.only(FIELDS);
        String id = node.matching("id", ID, ID_WORDS);
        Measured measured = measured(node);
        provenance.read(node, id, measured);
        Unit standIn = node.child("product").exists() ? Unit.T : Unit.KWH;
        Unit unit = node.word("unit", Unit::parse, standIn, Unit.symbols());
        ReadingKind kind = node.word("kind", ReadingKind::parse, ReadingKind.REGISTER, "register, amount, power");
        Optional<Integer> digits = node.integer("digits", 1, 12);
        if (digits.isPresent() && kind != ReadingKind.REGISTER) {
            node.child("digits").fault("only a register has digits");
        }
        MeterHistory history = new MeterHistory(node, calendar);
        Optional<LocalDate> from = node.date("from");
        return new Meter(
                id,
                place(node),
                node.name("name"),
                measured,
                kind,
                unit,
                history.multipliers(),
                digits,
                node.decimal("maximumPower", LEAST, MOST),
                history.replacements(kind, digits),
                node.word("interval", ReportingInterval::parse, ReportingInterval.PT15M, ReportingInterval.words()),
                from,
                lastDay(node, from),
                UploadReader.dataCode(node, kind));
    }

    /** Its device; the site is checked only. */
    private String place(Node node) {
        String device = node.text("device");
        if (!device.isEmpty() && !devices.contains(device)) {
            node.child("device").fault("no device \"" + device + "\" is in this document");
        }
        node.optionalText("site")
                .filter(site -> !sites.contains(site))
                .ifPresent(site -> node.child("site").fault("no site \"" + site + "\" is in this document"));
        return device;
    }

    private static Optional<LocalDate> lastDay(Node node, Optional<LocalDate> from) {
        Optional<LocalDate> to = node.date("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            node.child("to")
                    .fault(to.get() + " is before from, " + from.get()
                            + "; give the last day in force, which is that day or a later one");
        }
        return to;
    }

    private static Measured measured(Node node) {
        Optional<String> carrier = node.optionalText("carrier");
        Optional<String> product = node.optionalText("product");
        if (node.child("carrier").exists() == node.child("product").exists()) {
            node.fault("must have either a carrier or a product");
        }
        if (carrier.isEmpty()) {
            return new Measured.Product(product.orElse(""));
        }
        Optional<Carrier> known = ReferenceData.standard().carrier(carrier.get());
        if (known.isEmpty()) {
            node.child("carrier")
                    .fault('"' + carrier.get() + "\" is no known carrier; known are "
                            + ReferenceData.standard().carrierIds());
        } else {
            node.optionalText("unit")
                    .flatMap(Unit::parse)
                    .filter(unit -> unit.dimension() != known.get().dimension())
                    .ifPresent(unit -> node.child("unit")
                            .fault(unit.symbol() + " does not measure " + carrier.get() + "; use "
                                    + Unit.symbols(known.get().dimension())));
        }
        return new Measured.Energy(carrier.get());
    }
}
