package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.snapshot.Snapshot;
import io.kilowatch.aggregator.snapshot.SnapshotDesk;
import io.kilowatch.domain.BusinessCalendar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The snapshots that were frozen into the database. */
final class FrozenYears implements Snapshots {
    private static final int PAGE = 100;

    /** A larger one is given by {@code kilowatch freeze show ID --out FILE} alone. */
    private static final int MOST_FIGURES = 20_000;

    private final SnapshotDesk desk;
    private final BusinessCalendar calendar;

    FrozenYears(SnapshotDesk desk, BusinessCalendar calendar) {
        this.desk = desk;
        this.calendar = calendar;
    }

    @Override
    public List<ObjectNode> list(Optional<Integer> year) throws Exception {
        List<ObjectNode> all = new ArrayList<>();
        List<Snapshot> page = desk.page(Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(one -> year.filter(wanted -> wanted != one.year()).isEmpty())
                    .forEach(one -> all.add(head(one)));
            page = desk.page(page.get(page.size() - 1).id(), PAGE);
        }
        return all;
    }

    @Override
    public Optional<ObjectNode> find(String id) throws Exception {
        if (!id.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Optional<Snapshot> found = desk.find(Long.parseLong(id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode json = head(found.get());
        if (found.get().figures() <= MOST_FIGURES) {
            content(json, found.get());
        } else {
            json.putNull("content");
        }
        return Optional.of(json);
    }

    private void content(ObjectNode json, Snapshot snapshot) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String hash = desk.write(snapshot, bytes);
        if (!hash.equals(snapshot.sha256())) {
            throw new IOException("snapshot " + snapshot.id() + " is not what was frozen: its SHA-256 is " + hash);
        }
        json.set("content", Json.read(bytes.toByteArray()));
    }

    private ObjectNode head(Snapshot one) {
        return Json.object()
                .put("id", one.id())
                .put("year", one.year())
                .put("scope", one.scope().toString())
                .put(
                        "takenAt",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                one.takenAt().atZone(calendar.zone())))
                .put("by", one.by())
                .put("note", one.note())
                .put("reference", one.reference())
                .put("sha256", one.sha256())
                .put("enterprises", one.enterprises())
                .put("figures", one.figures());
    }
}
