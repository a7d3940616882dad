package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.aggregator.devices.RejectedFile;
import io.kilowatch.aggregator.devices.RejectedRow;
import io.kilowatch.domain.Enterprise;
import io.kilowatch.platform.table.Cell;
import io.kilowatch.platform.table.Column;
import io.kilowatch.registry.topics.RejectedBatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The forms of rejected batches.
 *
 * @param find enterprises by credit code
 * @param times how times are told
 */
public record RejectedShape(Function<String, Optional<Enterprise>> find, DeviceShape times) {
    static final List<Column> COLUMNS = List.of(
            Column.of("编号", "id", 14),
            Column.of("统一社会信用代码", "credit code", 22),
            Column.of("用能单位", "enterprise", 32),
            Column.of("端设备", "device", 18),
            Column.of("收到", "received", 28),
            Column.of("发送", "sent", 28),
            Column.of("批次", "batch", 18),
            Column.of("接收", "accepted", 10),
            Column.of("拒收", "refused", 10),
            Column.of("仍被拒收", "refused still", 10),
            Column.of("原因", "reasons", 30),
            Column.of("主题", "topic", 40),
            Column.of("协议", "protocol", 12),
            Column.of("重投", "redriven", 28),
            Column.of("重投人", "redriven by", 16));

    /** In a list. */
    public ObjectNode item(RejectedRow row) {
        ObjectNode node = Json.object().put("id", row.id().toString());
        node.set("enterprise", enterprise(row));
        node.put("device", row.device().device())
                .put("receivedAt", times.time(row.receivedAt()))
                .put("sentAt", times.time(row.sentAt()))
                .put("clockOffsetMillis", DeviceShape.number(row.clockOffset()))
                .put("topic", row.topic())
                .put("connection", row.connection())
                .put("protocol", row.protocol())
                .put("batch", row.batch())
                .put("accepted", row.accepted())
                .put("refused", row.refused())
                .put("remaining", row.remaining());
        node.set("codes", Json.texts(row.codes()));
        return node.put("state", row.isOpen() ? "open" : "redriven")
                .put("redrivenAt", times.time(row.redrivenAt()))
                .put("redrivenBy", row.redrivenBy().orElse(null));
    }

    private ObjectNode enterprise(RejectedRow row) {
        String code = row.device().enterprise();
        return find.apply(code)
                .map(Json::enterprise)
                .orElseGet(() -> Json.object().put("code", code));
    }

    /** All of one. */
    public ObjectNode file(RejectedFile file) {
        ObjectNode node = item(file.row());
        node.set("refusals", refusals(file.batch().refused()));
        PayloadText payload = PayloadText.of(file.batch().payload());
        node.set(
                "payload",
                Json.object()
                        .put("bytes", file.batch().payload().length)
                        .put("compressed", payload.compressed())
                        .put("encoding", payload.encoding())
                        .put("content", payload.content()));
        node.set("redrives", Json.array(file.redrives(), this::tried));
        return node;
    }

    private ObjectNode tried(RejectedFile.Try one) {
        ObjectNode node = Json.object()
                .put("request", one.request().toString())
                .put("by", one.by())
                .put("requestedAt", times.time(one.requestedAt()))
                .put("doneAt", times.time(one.doneAt()))
                .put("accepted", one.accepted());
        node.set("refusals", refusals(one.refused()));
        return node;
    }

    private static ArrayNode refusals(List<RejectedBatch.Refused> refused) {
        return Json.array(refused, one -> {
            ObjectNode node = Json.object();
            node.put("index", one.index() == RejectedBatch.WHOLE ? null : Integer.valueOf(one.index()))
                    .put("meter", one.meter())
                    .put("code", one.code());
            node.set("message", Json.name(one.message()));
            return node;
        });
    }

    List<Cell> cells(RejectedRow row) {
        return Cell.row(
                row.id(),
                row.device().enterprise(),
                find.apply(row.device().enterprise()).map(one -> one.name().zh()),
                row.device().device(),
                times.time(row.receivedAt()),
                times.time(row.sentAt()),
                row.batch(),
                row.accepted(),
                row.refused(),
                row.remaining(),
                String.join(", ", row.codes()),
                row.topic(),
                row.protocol(),
                times.time(row.redrivenAt()),
                row.redrivenBy());
    }
}
