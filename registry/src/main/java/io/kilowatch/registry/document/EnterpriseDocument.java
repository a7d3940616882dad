package io.kilowatch.registry.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.domain.Account;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Device;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The registry document of one enterprise, in YAML or JSON, read as a whole with every fault found. */
public final class EnterpriseDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REGION = Pattern.compile("\\d{6}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]\\d{2,4}");
    private static final EnterpriseCode STAND_IN = new EnterpriseCode("000000000000000000");

    private EnterpriseDocument() {}

    /** What came of reading a document. */
    public sealed interface Read {
        /**
         * A document without fault.
         *
         * @param enterprise what it says
         * @param json the same document as JSON, to be published
         */
        @SuppressWarnings("ArrayRecordComponent")
        record Valid(Enterprise enterprise, byte[] json) implements Read {}

        /**
         * A document that cannot be used.
         *
         * @param faults every fault found, in the document's order
         */
        record Faulty(List<Fault> faults) implements Read {
            /** Copies its faults. */
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Reads a document, in JSON or YAML, whose times are of the calendar of China. */
    public static Read read(byte[] bytes) {
        return read(bytes, BusinessCalendar.CHINA);
    }

    /**
     * Reads a document, in JSON or YAML.
     *
     * @param calendar what times without an offset are of, and times with one are converted to
     */
    public static Read read(byte[] bytes, BusinessCalendar calendar) {
        try {
            Source source = Source.read(bytes);
            if (!source.tree().isObject()) {
                return faulty(new Fault("", "the document is not a mapping; it begins with \"enterprise:\"", 1));
            }
            List<Fault> faults = new ArrayList<>(source.faults());
            Enterprise enterprise = enterprise(Node.root(source, faults), calendar);
            return faults.isEmpty()
                    ? new Read.Valid(enterprise, JSON.writeValueAsBytes(source.tree()))
                    : new Read.Faulty(inOrder(faults));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            String column = where == null ? "" : " at column " + where.getColumnNr();
            String problem = e.getOriginalMessage().replaceAll("\\s+", " ");
            return faulty(new Fault(
                    "",
                    "cannot be read as YAML or JSON" + column + ": " + problem,
                    where == null ? 0 : where.getLineNr()));
        } catch (IOException e) {
            return faulty(new Fault("", "cannot be read as UTF-8: " + e.getMessage()));
        }
    }

    private static List<Fault> inOrder(List<Fault> faults) {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
    }

    private static Read faulty(Fault fault) {
        return new Read.Faulty(List.of(fault));
    }

    private static Enterprise enterprise(Node root, BusinessCalendar calendar) {
        root.only("enterprise", "sites", "devices", "meters", "accounts", "dataCentre");
        Node node = root.child("enterprise");
        node.only("code", "name", "region", "industry", "plant");
        List<Site> sites = unique(root.list("sites"), EnterpriseDocument::site, Site::id);
        List<Device> devices = unique(root.list("devices"), MeterReader::device, Device::id);
        MeterReader reader = new MeterReader(ids(devices, Device::id), ids(sites, Site::id), calendar);
        List<Meter> meters = unique(root.list("meters"), reader::meter, Meter::id);
        if (root.child("devices").exists() && !root.child("meters").exists()) {
            root.child("meters").fault("is missing; list what the devices read");
        }
        AccountReader accounts = new AccountReader(Enterprise.byId(distinct(meters, Meter::id), Meter::id));
        return new Enterprise(
                code(node),
                node.name("name"),
                node.matching("region", REGION, "six digits (GB/T 2260)"),
                node.matching("industry", INDUSTRY, "a letter and two to four digits (GB/T 4754)"),
                node.word("plant", EnterpriseDocument::plant, false, "existing, new"),
                sites,
                Enterprise.byId(distinct(devices, Device::id), Device::id),
                Enterprise.byId(distinct(meters, Meter::id), Meter::id),
                unique(root.list("accounts"), accounts::account, Account::id),
                dataCentre(root.child("dataCentre")));
    }

    private static EnterpriseCode code(Node node) {
        String text = node.text("code");
        if (text.isEmpty()) {
            return STAND_IN;
        }
        try {
            return new EnterpriseCode(text);
        } catch (IllegalArgumentException e) {
            node.child("code").fault('"' + text + "\" is no credit code: " + e.getMessage());
            return STAND_IN;
        }
    }

    private static Optional<Boolean> plant(String word) {
        return switch (word) {
            case "existing" -> Optional.of(false);
            case "new" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private static Site site(Node node) {
        node.only("id", "name", "latitude", "longitude", "altitude");
        return new Site(
                node.matching("id", MeterReader.ID, MeterReader.ID_WORDS),
                node.name("name"),
                node.decimal("latitude", "-90", "90"),
                node.decimal("longitude", "-180", "180"),
                node.decimal("altitude", "-500", "9000"));
    }

    private static Optional<DataCentre> dataCentre(Node node) {
        if (!node.exists()) {
            return Optional.empty();
        }
        node.only("racks", "category", "commissioned");
        node.text("racks");
        node.text("category");
        return Optional.of(new DataCentre(
                node.integer("racks", 1, 10_000_000).orElse(1),
                node.integer("category", 1, 3).orElse(1),
                node.date("commissioned")));
    }

    private static <T> List<T> unique(List<Node> nodes, Function<Node, T> reader, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        List<T> things = new ArrayList<>();
        for (Node node : nodes) {
            T thing = reader.apply(node);
            if (!seen.add(id.apply(thing)) && !id.apply(thing).isEmpty()) {
                node.child("id").fault('"' + id.apply(thing) + "\" is used twice");
            }
            things.add(thing);
        }
        return things;
    }

    private static <T> List<T> distinct(List<T> things, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        return things.stream().filter(thing -> seen.add(id.apply(thing))).toList();
    }

    private static <T> Set<String> ids(List<T> things, Function<T, String> id) {
        return Set.copyOf(distinct(things, id).stream().map(id).toList());
    }
}
