package io.kilowatch.simulators.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a check has found, for people and for programs. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 20;

    private final Findings findings;

    /** A report of findings. */
    public Report(Findings findings) {
        this.findings = findings;
    }

    /** A table, and the first of whatever is wrong. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        row(lines, "单位", "enterprises", findings.enterprises());
        row(lines, "指标值", "figures", findings.figures());
        row(lines, "  有误", "  wrong", findings.wrong().size());
        row(lines, "  缺失", "  missing", findings.missing().size());
        row(lines, "  多出", "  unexpected", findings.unexpected().size());
        row(lines, "应有告警", "alerts expected", findings.alerts());
        row(lines, "  漏报", "  missed", findings.missed().size());
        row(lines, "  误报", "  false", findings.falseAlerts().size());
        row(lines, "  存疑保留", "  standing with reservation", findings.reserved().size());
        row(lines, "  途中解除", "  cleared on the way", findings.clearedAlerts());
        row(lines, "规则尚无的告警", "alerts no rule gives yet", findings.awaited().size());
        lines.add("告警时延 / latency of alerts: " + latencies());
        list(lines, "有误 / wrong", findings.wrong());
        list(lines, "缺失 / missing", findings.missing());
        list(lines, "多出 / unexpected", findings.unexpected());
        list(lines, "漏报 / missed", findings.missed());
        list(lines, "误报 / false", findings.falseAlerts());
        list(lines, "规则尚无 / no rule yet", findings.awaited());
        lines.add(findings.fine() ? "全部相符 / all agrees" : "不相符 / something differs");
        return lines;
    }

    private static void row(List<String> lines, String zh, String en, int count) {
        lines.add(String.format(Locale.ROOT, "%,10d  %s / %s", count, zh.strip(), en.strip()));
    }

    private static void list(List<String> lines, String head, List<String> all) {
        if (!all.isEmpty()) {
            lines.add(head + ':');
            all.stream().limit(SHOWN).forEach(one -> lines.add("  " + one));
            if (all.size() > SHOWN) {
                lines.add("  … " + (all.size() - SHOWN) + " more");
            }
        }
    }

    private String latencies() {
        List<Duration> all = findings.latencies();
        if (all.isEmpty()) {
            return "–";
        }
        return String.format(
                Locale.ROOT,
                "%.1f s / %.1f s / %.1f s (least, median, most of %d)",
                seconds(all.get(0)),
                seconds(all.get(all.size() / 2)),
                seconds(all.get(all.size() - 1)),
                all.size());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** The same as one object. */
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("fine", findings.fine());
        root.put("enterprises", findings.enterprises());
        root.put("figures", findings.figures());
        put(root, "wrong", findings.wrong());
        put(root, "missing", findings.missing());
        put(root, "unexpected", findings.unexpected());
        ObjectNode alerts = root.putObject("alerts");
        alerts.put("expected", findings.alerts());
        put(alerts, "missed", findings.missed());
        put(alerts, "false", findings.falseAlerts());
        put(alerts, "standingWithReservation", findings.reserved());
        alerts.put("clearedOnTheWay", findings.clearedAlerts());
        put(alerts, "noRuleYet", findings.awaited());
        findings.latencies()
                .forEach(latency -> alerts.withArray("latencySeconds").add(seconds(latency)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ObjectNode node, String member, List<String> all) {
        var array = node.putArray(member);
        all.forEach(array::add);
    }
}
