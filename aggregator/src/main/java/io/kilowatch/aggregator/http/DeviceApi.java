package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.devices.DeviceHealth;
import io.kilowatch.aggregator.devices.DeviceHealth.Status;
import io.kilowatch.aggregator.devices.DeviceHour;
import io.kilowatch.aggregator.devices.DeviceKey;
import io.kilowatch.aggregator.devices.Devices;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.platform.http.Cursor;
import io.kilowatch.platform.http.Format;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The devices of enterprises and their health. */
final class DeviceApi {
    private static final int PAGE = 200;
    private static final int LONGEST_PAGE = 1_000;
    private static final int LONGEST_DAYS = 92;
    private static final int USUAL_DAYS = 7;
    private static final int MOST_LINKS = 500;
    private static final Set<String> CONCERNS = Set.of("refusals", "clock", "late", "login");

    private final Known known;
    private final Devices devices;
    private final BusinessCalendar calendar;
    private final DeviceShape shape;

    DeviceApi(Known known, Devices devices, BusinessCalendar calendar) {
        this.known = known;
        this.devices = devices;
        this.calendar = calendar;
        this.shape = new DeviceShape(calendar);
    }

    /** {@code GET /api/v1/devices}. */
    Reply all(Query query) throws Exception {
        return list(query, known.matching(Known.filter(query)));
    }

    /** {@code GET /api/v1/enterprises/{code}/devices}. */
    Reply ofEnterprise(Query query) throws Exception {
        return list(query, List.of(known.enterprise(query)));
    }

    private Reply list(Query query, List<Enterprise> enterprises) throws Exception {
        Map<String, Enterprise> whose =
                enterprises.stream().collect(Collectors.toMap(one -> one.code().text(), one -> one));
        Optional<Status> status = query.parsed(
                "status", Status::parse, "online、unheard、offline 或 never", "online, unheard, offline or never");
        Optional<String> concern = query.parsed(
                "concern", DeviceApi::concern, "refusals、clock、late 或 login", "refusals, clock, late or login");
        List<DeviceHealth> all = healths(whose).stream()
                .filter(one -> status.isEmpty() || status.get() == one.status())
                .filter(one -> concern.isEmpty() || DeviceShape.concerns(one).contains(concern.get()))
                .toList();
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        if (format != Format.JSON) {
            return Reply.table(new DeviceTable(whose, shape).of(all), format, "devices");
        }
        Optional<DeviceKey> after = query.cursor(2).map(cursor -> new DeviceKey(cursor.part(0), cursor.part(1)));
        List<DeviceHealth> rest = all.stream()
                .filter(one -> after.isEmpty() || one.device().compareTo(after.get()) > 0)
                .toList();
        List<DeviceHealth> page = rest.subList(0, Math.min(query.limit(PAGE, LONGEST_PAGE), rest.size()));
        ObjectNode answer = Json.object();
        answer.set("items", Json.array(page, one -> item(one, whose)));
        answer.put("next", page.size() < rest.size() ? cursor(page.get(page.size() - 1)) : null);
        return Reply.json(answer.toString());
    }

    private static String concern(String word) {
        if (!CONCERNS.contains(word)) {
            throw new IllegalArgumentException("no such concern");
        }
        return word;
    }

    /** Every device that is registered or was seen, in order. */
    private List<DeviceHealth> healths(Map<String, Enterprise> whose) throws Exception {
        Map<DeviceKey, DeviceHealth> all = new TreeMap<>();
        whose.forEach((code, enterprise) -> enterprise.devices().keySet().forEach(id -> {
            DeviceKey key = new DeviceKey(code, id);
            all.put(key, DeviceHealth.unknown(key));
        }));
        devices.of(whose.keySet()).forEach(one -> all.put(one.device(), one));
        return new ArrayList<>(all.values());
    }

    private ObjectNode item(DeviceHealth health, Map<String, Enterprise> whose) {
        Enterprise enterprise = whose.get(health.device().enterprise());
        boolean registered = enterprise != null
                && enterprise.devices().containsKey(health.device().device());
        ObjectNode node = Json.object();
        node.set("enterprise", enterprise == null ? null : Json.enterprise(enterprise));
        node.setAll(shape.item(health, registered));
        return node;
    }

    private static String cursor(DeviceHealth last) {
        return Cursor.of(last.device().enterprise(), last.device().device()).text();
    }

    /** {@code GET /api/v1/enterprises/{code}/devices/{device}}. */
    Reply device(Query query) throws Exception {
        Enterprise enterprise = known.enterprise(query);
        String code = enterprise.code().text();
        String id = query.inPath("device");
        Map<String, Enterprise> whose = Map.of(code, enterprise);
        DeviceHealth health = healths(whose).stream()
                .filter(one -> one.device().device().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(code + " 没有端设备 " + id, "there is no device " + id + " of " + code));
        LocalDate to = query.date("to").orElseGet(() -> lastDay(health));
        LocalDate from = query.date("from").orElse(to.minusDays(USUAL_DAYS - 1L));
        if (from.isAfter(to) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw Refusal.badRequest(
                    "from 至 to 应为 1 至 " + LONGEST_DAYS + " 天", "from and to span 1 to " + LONGEST_DAYS + " days");
        }
        Instant begin = Instant.ofEpochMilli(calendar.start(from));
        Instant end = Instant.ofEpochMilli(calendar.start(to.plusDays(1)));
        List<DeviceHour> hours = devices.hours(health.device(), begin, end);
        Format format = query.format(Format.JSON, Format.CSV, Format.XLSX);
        if (format != Format.JSON) {
            return Reply.table(DeviceTable.hours(hours, shape), format, "device-" + code + '-' + id);
        }
        ObjectNode answer = item(health, whose);
        answer.put("from", from.toString()).put("to", to.toString());
        answer.set("refusals", DeviceShape.counts(refusals(hours)));
        answer.set("hours", Json.array(hours, shape::hour));
        answer.set("connections", Json.array(devices.links(health.device(), begin, end, MOST_LINKS), shape::past));
        return Reply.json(answer.toString());
    }

    private LocalDate lastDay(DeviceHealth health) {
        return health.seenAt()
                .or(() -> health.refusedLogin().map(DeviceHealth.RefusedLogin::at))
                .map(at -> calendar.day(at.toEpochMilli()))
                .orElse(LocalDate.EPOCH);
    }

    private static Map<String, Long> refusals(List<DeviceHour> hours) {
        Map<String, Long> all = new HashMap<>();
        hours.forEach(hour -> hour.refusals().forEach((code, count) -> all.merge(code, count, Long::sum)));
        return all;
    }
}
