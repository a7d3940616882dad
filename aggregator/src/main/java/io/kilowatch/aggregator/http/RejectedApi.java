package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.devices.RejectedFilter;
import io.kilowatch.aggregator.devices.RejectedRow;
import io.kilowatch.aggregator.devices.Rejections;
import io.kilowatch.aggregator.devices.Rejections.Place;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.platform.http.Cursor;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import io.kilowatch.platform.table.Table;
import io.kilowatch.registry.topics.RejectedId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rejected batches: the list, one of them, and redriving. */
final class RejectedApi {
    /** How many batches one request may redrive. */
    static final int MOST_REDRIVEN = 1_000;

    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 1_000;

    private final Known known;
    private final Rejections rejections;
    private final BusinessCalendar calendar;
    private final RejectedShape shape;

    RejectedApi(Known known, Rejections rejections, BusinessCalendar calendar) {
        this.known = known;
        this.rejections = rejections;
        this.calendar = calendar;
        this.shape = new RejectedShape(known::find, new DeviceShape(calendar));
    }

    /** {@code GET /api/v1/rejected}. */
    Reply list(Query query) throws Exception {
        RejectedFilter filter = filter(query);
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        if (format != Format.JSON) {
            return Reply.table(whole(filter), format, "rejected");
        }
        int limit = query.limit(PAGE, LONGEST_PAGE);
        List<RejectedRow> found = rejections.page(filter, query.cursor(2).map(RejectedApi::place), limit + 1);
        List<RejectedRow> page = found.subList(0, Math.min(limit, found.size()));
        ObjectNode answer = Json.object();
        answer.set("items", Json.array(page, shape::item));
        answer.put("next", found.size() > limit ? cursor(page.get(limit - 1)) : null);
        return Reply.json(answer.toString());
    }

    private Table whole(RejectedFilter filter) {
        return new Table("rejected", RejectedShape.COLUMNS, taker -> {
            Optional<Place> after = Optional.empty();
            List<RejectedRow> page;
            do {
                page = rejections.page(filter, after, LONGEST_PAGE);
                for (RejectedRow row : page) {
                    taker.row(shape.cells(row));
                    after = Optional.of(new Place(row.receivedAt(), row.id()));
                }
            } while (page.size() == LONGEST_PAGE);
        });
    }

    private static String cursor(RejectedRow last) {
        return Cursor.of(
                        String.valueOf(last.receivedAt().toEpochMilli()),
                        last.id().toString())
                .text();
    }

    private static Place place(Cursor cursor) {
        try {
            return new Place(Instant.ofEpochMilli(Long.parseLong(cursor.part(0))), RejectedId.parse(cursor.part(1)));
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }

    private RejectedFilter filter(Query query) {
        Optional<List<String>> whose = query.text("enterprise").map(List::of);
        if (whose.isEmpty()
                && (query.text("region").isPresent() || query.text("q").isPresent())) {
            whose = Optional.of(List.copyOf(Known.codes(known.matching(Known.filter(query)))));
        }
        return new RejectedFilter(
                whose,
                query.text("device"),
                query.text("code"),
                query.date("from").map(this::start),
                query.date("to").map(day -> start(day.plusDays(1))),
                query.parsed("state", RejectedApi::isOpen, "open 或 redriven", "open or redriven"));
    }

    private Instant start(LocalDate day) {
        return Instant.ofEpochMilli(calendar.start(day));
    }

    private static boolean isOpen(String word) {
        return switch (word) {
            case "open" -> true;
            case "redriven" -> false;
            default -> throw new IllegalArgumentException("no such state");
        };
    }

    /** {@code GET /api/v1/rejected/{id}}. */
    Reply one(Query query) throws Exception {
        RejectedId id = id(query.inPath("id"));
        return Reply.json(
                shape.file(rejections.find(id).orElseThrow(() -> unknown(id))).toString());
    }

    private static RejectedId id(String text) {
        try {
            return RejectedId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(
                    "没有被拒批次 \"" + text + "\"；其编号如 3-1204",
                    "no rejected batch \"" + text + "\"; an id is such as 3-1204");
        }
    }

    private static Refusal unknown(RejectedId id) {
        return Refusal.notFound("没有被拒批次 " + id, "there is no rejected batch " + id);
    }

    /** {@code POST /api/v1/rejected/{id}/redrive} with {@code {"by"}}. */
    Reply redriveOne(Query query, String body) throws Exception {
        RejectedId id = id(query.inPath("id"));
        List<RejectedId> asked =
                rejections.redrive(List.of(id), RedriveBody.of(body).by());
        if (asked.isEmpty()) {
            throw unknown(id);
        }
        return answer(asked, false);
    }

    /** {@code POST /api/v1/rejected/redrive} with {@code {"by","ids"}}, or with what the list filters by. */
    Reply redriveMany(Query query, String body) throws Exception {
        RedriveBody given = RedriveBody.of(body);
        List<RejectedId> ids = new ArrayList<>(given.ids());
        boolean more = false;
        if (!given.filter().isEmpty()) {
            Map<String, String> values = given.filter();
            RejectedFilter filter = filter(new Query(Map.of(), values, List.of(), ""));
            List<RejectedRow> found = rejections.page(filter, Optional.empty(), MOST_REDRIVEN + 1);
            more = found.size() > MOST_REDRIVEN;
            found.stream().limit(MOST_REDRIVEN).map(RejectedRow::id).forEach(ids::add);
        }
        if (ids.size() > MOST_REDRIVEN) {
            throw Refusal.badRequest(
                    "一次最多重投 " + MOST_REDRIVEN + " 批", "one request redrives at most " + MOST_REDRIVEN + " batches");
        }
        return answer(rejections.redrive(ids, given.by()), more);
    }

    private static Reply answer(List<RejectedId> asked, boolean more) {
        ObjectNode answer = Json.object();
        answer.set("ids", Json.texts(asked.stream().map(RejectedId::toString).toList()));
        return Reply.json(answer.put("more", more).toString());
    }
}
