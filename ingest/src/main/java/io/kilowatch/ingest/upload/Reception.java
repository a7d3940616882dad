package io.kilowatch.ingest.upload;

import io.kilowatch.ingest.access.Admission;
import io.kilowatch.ingest.access.Caller;
import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Doorkeeper;
import io.kilowatch.ingest.guard.Source;
import io.kilowatch.ingest.tls.Presented;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Lets devices in by HTTP Basic or client certificate, with the same doorkeeper as over MQTT. */
final class Reception {
    private static final String BASIC = "Basic ";

    private final Catalogues catalogues;
    private final Doorkeeper doorkeeper;

    Reception(Catalogues catalogues, Doorkeeper doorkeeper) {
        this.catalogues = catalogues;
        this.doorkeeper = doorkeeper;
    }

    /** Gives a device that may come in to the next step, or answers the request. */
    void admit(RoutingContext context, Consumer<Guest> next) {
        Context here = Vertx.currentContext();
        HttpServerRequest request = context.request().pause();
        doorkeeper
                .decide(caller(request))
                .whenComplete((admission, failure) -> here.runOnContext(now -> {
                    request.resume();
                    answer(context, admission, next);
                }));
    }

    private void answer(RoutingContext context, @Nullable Admission admission, Consumer<Guest> next) {
        if (admission instanceof Admission.Admitted admitted) {
            catalogues
                    .find(admitted.identity().enterprise())
                    .ifPresentOrElse(
                            catalogue -> next.accept(new Guest(admitted.identity(), catalogue)),
                            () -> notReady().send(context));
        } else if (admission instanceof Admission.LockedOut || admission instanceof Admission.Busy) {
            Answer.refused(429, "尝试过多，请稍后再试", "too many tries, come again later")
                    .send(context);
        } else if (admission instanceof Admission.NotReady || admission == null) {
            notReady().send(context);
        } else {
            Answer.refused(
                            401,
                            "请以本端设备的用户名和口令（HTTP Basic）或客户端证书登录",
                            "sign in with the device's user name and password (HTTP Basic) or its client certificate")
                    .send(context);
        }
    }

    private static Answer notReady() {
        return Answer.refused(503, "服务尚未就绪", "the service is not ready yet");
    }

    private static Caller caller(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        String[] given = header == null ? new String[0] : basic(header);
        return new Caller(
                source(request.remoteAddress()),
                given.length == 2 ? given[0] : null,
                given.length == 2 ? given[1] : null,
                certificate(request));
    }

    /** Loopback is never locked out, as over MQTT. */
    private static Optional<Source> source(SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) {
            return Optional.empty();
        }
        InetAddress address = new InetSocketAddress(remote.hostAddress(), 0).getAddress();
        return address.isLoopbackAddress() ? Optional.empty() : Optional.of(Source.of(address));
    }

    /** User name and password of a header; nothing if it has another form. */
    private static String[] basic(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return new String[0];
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            return new String[0];
        }
    }

    private static Optional<Presented> certificate(HttpServerRequest request) {
        if (!request.isSSL()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Presented(request.connection().peerCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList()));
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty(); // it has shown none
        }
    }
}
