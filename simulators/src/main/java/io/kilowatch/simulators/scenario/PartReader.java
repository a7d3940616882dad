package io.kilowatch.simulators.scenario;

import io.kilowatch.simulators.province.Name;
import io.kilowatch.simulators.works.Model;
import io.kilowatch.simulators.works.WorksCatalogue;
import io.kilowatch.simulators.works.WorksKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who takes part in a scenario. */
final class PartReader {
    /** The works that stand for the whole small province. */
    static final String PROVINCE = "province-small";

    /** What the timeline calls those of the small province: a word of their English names. */
    private static final List<String> PROVINCE_IDS = List.of(
            "shapotou",
            "yinchuan",
            "dawukou",
            "qingtongxia",
            "zhongning",
            "lingwu",
            "guyuan",
            "huinong",
            "litong",
            "pingluo",
            "ningdong");

    private static final int MOST_SERIALS = 9_999;
    private static final int OWN_SERIALS = 100;

    private final List<Part> parts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<Integer> serials = new HashSet<>();
    private boolean province;
    private int nextSerial = OWN_SERIALS;

    List<Part> parts() {
        return parts;
    }

    boolean province() {
        return province;
    }

    /** What the timeline may call somebody. */
    Set<String> ids() {
        return ids;
    }

    void read(Leaf leaf) {
        Optional<String> works = leaf.needed("works", "one of " + words());
        if (works.equals(Optional.of(PROVINCE))) {
            province = true;
            ids.addAll(PROVINCE_IDS);
            leaf.close();
            return;
        }
        Optional<WorksKind> kind = works.flatMap(WorksCatalogue::of);
        if (kind.isEmpty()) {
            works.ifPresent(word -> leaf.fault("works", "\"" + word + "\" is not known; give one of " + words()));
            return;
        }
        String id = leaf.read("id", PartReader::id, "small letters, digits and -")
                .orElse(kind.get().word());
        int count = leaf.whole("count", 1, 1, MOST_SERIALS - OWN_SERIALS);
        int serial = leaf.whole("serial", nextSerial, OWN_SERIALS, MOST_SERIALS);
        Part part = new Part(
                id,
                kind.get(),
                serial,
                count,
                name(leaf),
                leaf.read(
                                "region",
                                text -> text.matches("\\d{6}") ? Optional.of(text) : Optional.empty(),
                                "six digits of GB/T 2260")
                        .orElse("640181"),
                leaf.read(
                                "plant",
                                text -> Set.of("existing", "new").contains(text) ? Optional.of(text) : Optional.empty(),
                                "existing or new")
                        .orElse("existing"),
                model(leaf, kind.get()),
                leaf.whole("meters", 0, 1, 500),
                leaf.read(
                                "devices",
                                text -> Set.of("one", "two").contains(text) ? Optional.of(text) : Optional.empty(),
                                "one or two")
                        .filter("one"::equals)
                        .isPresent());
        take(leaf, part);
        leaf.close();
    }

    private void take(Leaf leaf, Part part) {
        for (int number = 0; number < part.count(); number++) {
            if (!ids.add(number == 0 ? part.id() : part.id() + '-' + (number + 1))) {
                leaf.fault("id", "\"" + part.id() + "\" is taken; give each entry an id of its own");
                return;
            }
            if (!serials.add(part.serial() + number)) {
                leaf.fault("serial", (part.serial() + number) + " is taken; leave it out, or give one that is free");
                return;
            }
        }
        nextSerial = Math.min(MOST_SERIALS, Math.max(nextSerial, part.serial() + part.count()));
        if (part.serial() + part.count() - 1 > MOST_SERIALS) {
            leaf.fault("count", "leads beyond serial " + MOST_SERIALS + "; give fewer");
        }
        parts.add(part);
    }

    private static Optional<Name> name(Leaf leaf) {
        if (!leaf.has("name")) {
            return Optional.empty();
        }
        Leaf name = leaf.member("name");
        Optional<String> zh = name.needed("zh", "a Chinese name");
        Optional<String> en = name.needed("en", "an English name");
        name.close();
        return zh.flatMap(chinese -> en.map(english -> new Name(chinese, english)));
    }

    private static Model model(Leaf leaf, WorksKind kind) {
        Leaf model = leaf.member("model");
        Map<String, Double> given = new HashMap<>();
        for (String name : kind.model().values().keySet()) {
            model.read(name, PartReader::number, "a number").ifPresent(value -> given.put(name, value));
        }
        model.close();
        return kind.model().with(given);
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) && value >= 0 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> id(String text) {
        return text.matches("[a-z0-9][a-z0-9-]*") ? Optional.of(text) : Optional.empty();
    }

    private static String words() {
        return PROVINCE + ", " + String.join(", ", WorksCatalogue.words());
    }
}
