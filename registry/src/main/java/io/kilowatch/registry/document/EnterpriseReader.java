package io.kilowatch.registry.document;

import io.kilowatch.domain.Account;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.DataCentre;
import io.kilowatch.domain.Device;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Meter;
import io.kilowatch.domain.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the enterprise of a document, section by section, each checked against those that it refers to. */
final class EnterpriseReader {
    private static final Pattern REGION = Pattern.compile("\\d{6}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]\\d{2,4}");
    private static final EnterpriseCode STAND_IN = new EnterpriseCode("000000000000000000");

    private final BusinessCalendar calendar;

    /** A reader of documents whose local times are of a calendar. */
    EnterpriseReader(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    Enterprise enterprise(Node root) {
        root.only(
                "enterprise",
                "sites",
                "devices",
                "meters",
                "accounts",
                "dataCentre",
                "calorificValues",
                "steam",
                "economics",
                "budgets",
                "renewables",
                "tariffs");
        Node node = root.child("enterprise");
        node.only("code", "name", "region", "industry", "plant");
        List<Site> sites = unique(root.list("sites"), SiteReader::site, Site::id);
        List<Device> devices = unique(root.list("devices"), MeterReader::device, Device::id);
        Set<String> siteIds = ids(sites, Site::id);
        Provenance provenance = new Provenance();
        MeterReader reader = new MeterReader(ids(devices, Device::id), siteIds, calendar, provenance);
        List<Node> meterNodes = root.list("meters");
        List<Meter> listed = unique(meterNodes, reader::meter, Meter::id);
        UploadReader.check(meterNodes, listed);
        Map<String, Meter> meters = byId(listed, Meter::id);
        provenance.check(meters);
        if (root.child("devices").exists() && !root.child("meters").exists()) {
            root.child("meters").fault("is missing; list what the devices read");
        }
        Optional<DataCentre> dataCentre = SiteReader.dataCentre(root.child("dataCentre"));
        AccountReader accounts = new AccountReader(
                new SumReader(meters, provenance),
                siteIds,
                dataCentre.flatMap(DataCentre::commitment).isPresent());
        return new Enterprise(
                code(node),
                node.name("name"),
                node.matching("region", REGION, "six digits (GB/T 2260)"),
                node.matching("industry", INDUSTRY, "a letter and two to four digits (GB/T 4754)"),
                node.word("plant", EnterpriseReader::plant, false, "existing, new"),
                sites,
                byId(devices, Device::id),
                meters,
                unique(root.list("accounts"), accounts::account, Account::id),
                dataCentre,
                DeclaredReader.declared(root, meters));
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

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        return Enterprise.byId(
                things.stream().filter(thing -> seen.add(id.apply(thing))).toList(), id);
    }

    private static <T> Set<String> ids(List<T> things, Function<T, String> id) {
        return byId(things, id).keySet();
    }
}
