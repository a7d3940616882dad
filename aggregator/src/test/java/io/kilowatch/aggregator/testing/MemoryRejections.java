package io.kilowatch.aggregator.testing;

import io.kilowatch.aggregator.devices.DeviceKey;
import io.kilowatch.aggregator.devices.RejectedFile;
import io.kilowatch.aggregator.devices.RejectedFilter;
import io.kilowatch.aggregator.devices.RejectedRow;
import io.kilowatch.aggregator.devices.Rejections;
import io.kilowatch.domain.Name;
import io.kilowatch.registry.topics.Channel;
import io.kilowatch.registry.topics.RejectedBatch;
import io.kilowatch.registry.topics.RejectedId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Rejected batches in memory, a minute apart, the first one redriven; what is asked to be redriven is noted. */
public final class MemoryRejections implements Rejections {
    private final List<RejectedRow> rows = new ArrayList<>();
    private final List<RejectedId> asked = new ArrayList<>();
    private RejectedFilter lastFilter = RejectedFilter.ALL;

    /** So many batches of {@code gw-1} of an enterprise. */
    public MemoryRejections(String enterprise, int count) {
        for (int i = count - 1; i >= 0; i--) {
            rows.add(row(enterprise, i));
        }
    }

    private static RejectedRow row(String enterprise, int number) {
        Instant at = Instant.parse("2026-11-22T02:00:00Z").plusSeconds(60L * number);
        boolean done = number == 0;
        return new RejectedRow(
                new RejectedId(3, 1_200 + number),
                new DeviceKey(enterprise, "gw-1"),
                at,
                Optional.of(at.minusMillis(350)),
                "kw/v1/" + enterprise + "/gw-1/readings",
                "c-3",
                "mqtt-5",
                "b-" + number,
                49,
                1,
                List.of(number % 3 == 2 ? "bad-number" : "unknown-meter"),
                done ? 0 : 1,
                done ? Optional.of(at.plusSeconds(3_600)) : Optional.empty(),
                done ? Optional.of("li.na") : Optional.empty());
    }

    /** What was asked to be redriven. */
    public List<RejectedId> asked() {
        return List.copyOf(asked);
    }

    /** What was asked for last. */
    public RejectedFilter lastFilter() {
        return lastFilter;
    }

    @Override
    public List<RejectedRow> page(RejectedFilter filter, Optional<Place> after, int limit) {
        lastFilter = filter;
        return rows.stream()
                .filter(row -> filter.enterprises().isEmpty()
                        || filter.enterprises().get().contains(row.device().enterprise()))
                .filter(row -> filter.open().isEmpty() || filter.open().get() == row.isOpen())
                .filter(row -> filter.code().isEmpty()
                        || row.codes().contains(filter.code().get()))
                .filter(row ->
                        after.isEmpty() || row.receivedAt().isBefore(after.get().receivedAt()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<RejectedFile> find(RejectedId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().map(MemoryRejections::file);
    }

    private static RejectedFile file(RejectedRow row) {
        RejectedBatch.Refused refused = new RejectedBatch.Refused(
                0,
                "CRAC-9",
                row.codes().get(0),
                new Name("本单位未登记计量器具 CRAC-9", "no meter CRAC-9 is registered for this enterprise"));
        byte[] payload =
                "{\"batch\":\"b\",\"readings\":[{\"meter\":\"CRAC-9\",\"at\":\"2026-11-22T10:00:00+08:00\",\"power\":\"412.5\"}]}"
                        .getBytes(StandardCharsets.UTF_8);
        RejectedBatch batch = new RejectedBatch(
                row.device().enterprise(),
                row.device().device(),
                row.topic(),
                row.receivedAt().toEpochMilli(),
                OptionalLong.of(row.receivedAt().toEpochMilli() - 350),
                new Channel(row.connection(), row.protocol()),
                7,
                row.batch(),
                row.accepted(),
                List.of(refused),
                payload);
        List<RejectedFile.Try> tries = row.redrivenAt().isEmpty()
                ? List.of()
                : List.of(new RejectedFile.Try(
                        new UUID(1, 2), "li.na", row.redrivenAt(), row.redrivenAt(), 1, List.of()));
        return new RejectedFile(row, batch, tries);
    }

    @Override
    public List<RejectedId> redrive(List<RejectedId> ids, String by) {
        List<RejectedId> known = ids.stream().filter(id -> find(id).isPresent()).toList();
        asked.addAll(known);
        return known;
    }
}
