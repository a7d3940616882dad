package io.kilowatch.deploy.credential;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.domain.Name;
import io.kilowatch.ingest.access.Identity;
import java.util.Locale;
import java.util.Optional;

/**
 * All that a device's engineer has to enter.
 *
 * @param identity the device
 * @param enterprise what its enterprise is called
 * @param host the gateway's host
 * @param port its port
 * @param tls whether TLS is spoken
 * @param authority the file of the CA that the gateway's certificate is of; empty if devices know it anyway
 * @param password its password, told here and nowhere else
 * @param certificate its certificate and key
 * @param interval how often it should send, such as PT15M
 */
public record DeviceCard(
        Identity identity,
        Name enterprise,
        String host,
        int port,
        boolean tls,
        Optional<String> authority,
        Optional<String> password,
        Optional<Certificate> certificate,
        Optional<String> interval) {
    private static final String RULE = "─".repeat(72) + "\n";

    /**
     * A certificate.
     *
     * @param file its file
     * @param key the file of its key; empty if the device has that itself
     * @param expires its last day
     */
    public record Certificate(String file, Optional<String> key, String expires) {}

    /** For people, in both languages. */
    public String text() {
        StringBuilder card = new StringBuilder(RULE);
        row(card, "单位", "enterprise", identity.enterprise() + "  " + enterprise.zh() + " / " + enterprise.en());
        row(card, "端设备", "device", identity.device());
        row(card, "服务器", "server", host + ":" + port + (tls ? "  (TLS 1.2 / 1.3)" : "  (TCP)"));
        row(card, "协议", "protocol", "MQTT 5 / 3.1.1");
        authority.ifPresent(file -> row(card, "CA 证书", "CA certificate", file));
        password.ifPresent(secret -> {
            row(card, "用户名", "user name", identity.user());
            row(card, "口令", "password", secret + "   （仅显示一次 / shown only once）");
        });
        certificate.ifPresent(shown -> {
            row(card, "设备证书", "certificate", shown.file() + "  (→ " + shown.expires() + ")");
            shown.key().ifPresent(file -> row(card, "私钥", "private key", file));
        });
        row(card, "客户端标识", "client id", identity.device());
        row(card, "上传主题", "publish to", identity.readingsTopic() + "  (QoS 1)");
        row(card, "回执主题", "subscribe to", identity.receiptsTopic());
        interval.ifPresent(text -> row(card, "上传间隔", "interval", text));
        card.append(RULE)
                .append("试发一条 / to try it:\n")
                .append(example())
                .append('\n')
                .append(RULE);
        return card.toString();
    }

    private static void row(StringBuilder card, String zh, String en, String value) {
        // A Chinese character is two columns wide.
        int pad = 13 - zh.codePoints().map(point -> point > 0x2E80 ? 2 : 1).sum();
        card.append(String.format(Locale.ROOT, "%s%s%-16s%s%n", zh, " ".repeat(Math.max(1, pad)), en, value));
    }

    private String example() {
        StringBuilder command = new StringBuilder("mosquitto_pub -V 5 -h " + host + " -p " + port);
        if (tls) {
            command.append(authority.map(file -> " --cafile " + file).orElse(" --tls-use-os-certs"));
        }
        certificate.ifPresent(shown -> command.append(" --cert ")
                .append(shown.file())
                .append(" --key ")
                .append(shown.key().orElse("device.key")));
        password.ifPresent(secret ->
                command.append(" -u ").append(identity.user()).append(" -P ").append(secret));
        return command.append(" -i ")
                .append(identity.device())
                .append(" -q 1 -t ")
                .append(identity.readingsTopic())
                .append(" \\\n  -m '{\"batch\":\"test-1\",\"readings\":[]}'")
                .toString();
    }

    /** For programs, and in the QR code. */
    public String json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("enterprise", identity.enterprise()).put("device", identity.device());
        json.put("host", host).put("port", port).put("tls", tls);
        authority.ifPresent(file -> json.put("ca", file));
        password.ifPresent(secret -> json.put("user", identity.user()).put("password", secret));
        certificate.ifPresent(shown -> {
            json.put("certificate", shown.file()).put("expires", shown.expires());
            shown.key().ifPresent(file -> json.put("key", file));
        });
        json.put("clientId", identity.device());
        json.put("publish", identity.readingsTopic()).put("subscribe", identity.receiptsTopic());
        interval.ifPresent(text -> json.put("interval", text));
        return json.toString();
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "DeviceCard[identity=" + identity + "]";
    }
}
