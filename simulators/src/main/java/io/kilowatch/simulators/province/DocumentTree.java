package io.kilowatch.simulators.province;

import io.kilowatch.simulators.device.ReadingKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulated enterprise in the shape of its registry document. */
record DocumentTree(
        SimulatedEnterprise enterprise, LocalDate from, DevicePasswords passwords, List<Exchange> exchanges) {
    private static final String SITE = "main";
    private static final double HEADROOM = 2;

    Map<String, Object> root() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("enterprise", head());
        root.put("sites", List.of(site()));
        root.put("devices", enterprise.devices().stream().map(this::device).toList());
        root.put("meters", meters());
        root.put("accounts", enterprise.accounts().stream().map(this::account).toList());
        enterprise.dataCentre().ifPresent(hall -> root.put("dataCentre", dataCentre(hall)));
        new DeclarationTree(enterprise.declarations(), from).into(root);
        return root;
    }

    private Map<String, Object> head() {
        Profile profile = enterprise.profile();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("code", profile.code());
        head.put("name", profile.name());
        head.put("region", profile.region());
        head.put("industry", profile.industry());
        head.put("plant", profile.plant());
        return head;
    }

    private Map<String, Object> site() {
        Profile profile = enterprise.profile();
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("id", SITE);
        site.put("name", new Name("主厂区", "Main site"));
        site.put("latitude", profile.latitude());
        site.put("longitude", profile.longitude());
        site.put("altitude", profile.altitude());
        profile.pressure().ifPresent(pascals -> site.put("pressure", pascals));
        return site;
    }

    private Map<String, Object> device(String id) {
        Map<String, Object> device = new LinkedHashMap<>();
        device.put("id", id);
        device.put("password", passwords.hash(enterprise.code(), id).text());
        device.put("interval", "PT15M");
        return device;
    }

    private List<Map<String, Object>> meters() {
        double[] ratings = enterprise.process().ratings();
        List<Map<String, Object>> meters = new ArrayList<>();
        for (SimulatedMeter meter : enterprise.meters()) {
            meters.add(meter(meter, ratings[meters.size()]));
        }
        return meters;
    }

    private Map<String, Object> meter(SimulatedMeter meter, double rating) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", meter.id());
        tree.put("device", meter.device());
        tree.put("site", SITE);
        tree.put("name", meter.name());
        tree.put(meter.product() ? "product" : "carrier", meter.quantity());
        tree.put("kind", meter.kind().member());
        tree.put("unit", meter.unit().symbol());
        List<Map<String, Object>> multipliers = multipliers(meter);
        if (meter.multiplier() != 1 || multipliers.size() > 1) {
            tree.put("multiplier", multipliers);
        }
        if (meter.kind() == ReadingKind.REGISTER) {
            tree.put("digits", meter.digits());
            tree.put("maximumPower", maximumPower(rating));
            List<Map<String, Object>> replacements = exchanges.stream()
                    .filter(exchange -> exchange.meter().equals(meter.id()))
                    .map(DocumentTree::replacement)
                    .toList();
            if (!replacements.isEmpty()) {
                tree.put("replacements", replacements);
            }
        }
        tree.put("interval", Slot.LENGTH.multipliedBy(meter.slots()).toString());
        tree.put("from", from.toString());
        return tree;
    }

    /** What a works' rated power allows with ample head-room, rounded up to two digits, in kW or kg per hour. */
    private static String maximumPower(double rating) {
        return BigDecimal.valueOf(rating * HEADROOM)
                .round(new MathContext(2, RoundingMode.UP))
                .toBigInteger()
                .toString();
    }

    private static List<Map<String, Object>> multipliers(SimulatedMeter meter) {
        List<Map<String, Object>> dated = new ArrayList<>();
        dated.add(multiplier("2020-01-01", meter.multiplier()));
        for (RegisterChange change : meter.changes()) {
            if (change instanceof RegisterChange.Transformed transformed) {
                dated.add(multiplier(moment(Slot.startOf(change.slot())), transformed.multiplier()));
            }
        }
        return dated;
    }

    private static Map<String, Object> multiplier(String from, long value) {
        Map<String, Object> dated = new LinkedHashMap<>();
        dated.put("from", from);
        dated.put("value", Long.toString(value));
        return dated;
    }

    private static Map<String, Object> replacement(Exchange exchange) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("at", moment(exchange.at()));
        tree.put("final", exchange.last().toPlainString());
        tree.put("initial", exchange.first().toPlainString());
        return tree;
    }

    private static String moment(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(Slot.OFFSET));
    }

    private Map<String, Object> account(Account account) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", account.id());
        tree.put("indicator", account.indicator());
        account.name().ifPresent(name -> tree.put("name", name));
        account.quota().ifPresent(quota -> tree.put("quota", quota));
        if (!account.thresholds().isEmpty()) {
            tree.put("thresholds", account.thresholds());
        }
        account.capacity().ifPresent(tonnes -> tree.put("capacity", tonnes));
        for (String part : List.of("facility", "it", "energy", "output")) {
            List<Term> terms = account.sums().get(part);
            if (terms != null) {
                tree.put(part, terms.stream().map(DocumentTree::term).toList());
            }
        }
        if (!account.inputs().isEmpty()) {
            tree.put(
                    "inputs",
                    account.inputs().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(this::input)
                            .toList());
        }
        return tree;
    }

    private Map<String, Object> input(Map.Entry<String, String> input) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("input", input.getKey());
        // A year that began before the simulation is judged by it too.
        tree.put("from", from.withDayOfYear(1).toString());
        tree.put("value", input.getValue());
        return tree;
    }

    private static Map<String, Object> term(Term term) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("meter", term.meter());
        if (term.deducted()) {
            tree.put("sign", "-");
        }
        if (term.feedstock()) {
            tree.put("use", "feedstock");
        }
        term.conversion().ifPresent(conversion -> tree.put("conversion", conversion));
        return tree;
    }

    private static Map<String, Object> dataCentre(SimulatedEnterprise.Hall hall) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("racks", hall.racks());
        tree.put("category", hall.category());
        tree.put("commissioned", hall.commissioned());
        hall.commitment().ifPresent(pue -> {
            Map<String, Object> commitment = new LinkedHashMap<>();
            commitment.put("pue", pue);
            commitment.put("document", "示例节能审查意见（虚构 / made up）");
            commitment.put("from", hall.commissioned());
            tree.put("commitment", commitment);
        });
        return tree;
    }
}
