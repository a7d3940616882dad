package io.kilowatch.registry.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of what a device signs in with, made in its enterprise's document. */
public sealed interface DeviceChange {
    /** The device's id. */
    String device();

    /**
     * A device comes, or one that could not sign in gets what it signs in with.
     *
     * @param credential what that is
     * @param interval how often it sends, such as PT15M
     */
    record Add(String device, Credential credential, Optional<String> interval) implements DeviceChange {}

    /**
     * A device signs in with something else from now on, and with nothing that it had before.
     *
     * @param credential what that is
     */
    record Rotate(String device, Credential credential) implements DeviceChange {}

    /** A device cannot sign in any more; its meters stay. */
    record Revoke(String device) implements DeviceChange {}

    /**
     * What a device signs in with, as its document holds it.
     *
     * @param field {@code password} or {@code certificate}
     * @param text the stored form of the password, or the certificate's subject
     */
    record Credential(String field, String text) {
        /** A password, by its stored form. */
        public static Credential password(String stored) {
            return new Credential("password", stored);
        }

        /** Certificates of a subject. */
        public static Credential certificate(String subject) {
            return new Credential("certificate", subject);
        }

        /** Hides a password's hash. */
        @Override
        public String toString() {
            return "Credential[field=" + field + "]";
        }
    }

    /** The document with the change made; throws {@link IllegalArgumentException} if it cannot be made. */
    default String in(String json) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode document = (ObjectNode) mapper.readTree(json);
        ObjectNode found = found(document);
        if (this instanceof Add add) {
            if (found != null && (found.has("password") || found.has("certificate"))) {
                throw new IllegalArgumentException(
                        "the device " + device() + " signs in already; device rotate gives it something else");
            }
            ObjectNode node = found == null ? appended(document) : found;
            node.put(add.credential().field(), add.credential().text());
            add.interval().ifPresent(text -> node.put("interval", text));
            return mapper.writeValueAsString(document);
        }
        if (found == null) {
            throw new IllegalArgumentException("no device " + device() + " is in the document");
        }
        boolean had = found.has("password") || found.has("certificate");
        found.remove("password");
        found.remove("certificate");
        if (this instanceof Rotate rotate) {
            found.put(rotate.credential().field(), rotate.credential().text());
        } else if (!had) {
            throw new IllegalArgumentException("the device " + device() + " cannot sign in as it is");
        }
        return mapper.writeValueAsString(document);
    }

    private @Nullable ObjectNode found(ObjectNode document) {
        for (JsonNode node : document.path("devices")) {
            if (node.path("id").asText().equals(device())) {
                return (ObjectNode) node;
            }
        }
        return null;
    }

    private ObjectNode appended(ObjectNode document) {
        return document.withArray("devices").addObject().put("id", device());
    }
}
