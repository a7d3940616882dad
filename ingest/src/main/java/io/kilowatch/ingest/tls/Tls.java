package io.kilowatch.ingest.tls;

import io.kilowatch.ingest.metrics.ProtectionMetrics;
import io.kilowatch.platform.concurrent.Loop;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.TrustOptions;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS of the gateway: versions 1.2 and 1.3, forward secrecy and authenticated encryption only.
 *
 * <p>Its files are read anew while it runs. What cannot be read then stays as it was: the gateway's certificate, the CAs
 * and the revocation lists each by themselves.
 */
public final class Tls implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Tls.class);
    private static final List<String> SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
    private static final Set<String> VERSIONS = new LinkedHashSet<>(List.of("TLSv1.2", "TLSv1.3"));

    static {
        // A client that asks for ever new handshakes on one connection would cost much and count as one.
        if (System.getProperty("jdk.tls.rejectClientInitiatedRenegotiation") == null) {
            System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        }
    }

    private final TlsConfig config;
    private final ProtectionMetrics metrics;
    private final LiveIdentity identity;
    private final ClientTrust clients;
    private final Loop loop;
    private List<X509Certificate> authorities;
    private List<X509CRL> lists;
    private String lastFaults = "";
    private volatile Runnable afterwards = () -> {};

    private Tls(
            TlsConfig config,
            ProtectionMetrics metrics,
            ServerIdentity identity,
            List<X509Certificate> authorities,
            List<X509CRL> lists) {
        this.config = config;
        this.metrics = metrics;
        this.identity = new LiveIdentity(identity);
        this.authorities = authorities;
        this.lists = lists;
        this.clients = new ClientTrust(TrustedClients.of(authorities, lists));
        this.loop = new Loop("tls-reload", config.reload(), this::step);
    }

    /** Reads all files; they are not looked at again before {@link #start}. */
    public static Tls open(TlsConfig config, ProtectionMetrics metrics) throws TlsFault {
        ServerIdentity identity = ServerIdentity.read(config.certificate(), config.key());
        List<X509Certificate> authorities = TlsFiles.authorities(config);
        Tls tls = new Tls(config, metrics, identity, authorities, TlsFiles.lists(config, authorities));
        tls.warnIfNobody(tls.clients.current());
        tls.tell();
        return tls;
    }

    /** Has a server speak TLS. */
    public void secure(NetServerOptions options) {
        options.setSsl(true)
                .setKeyCertOptions(KeyCertOptions.wrap(identity))
                .setEnabledSecureTransportProtocols(VERSIONS)
                .setSslEngineOptions(new JdkSSLEngineOptions().setUseWorkerThread(true));
        SUITES.forEach(options::addEnabledCipherSuite);
        options.setSslHandshakeTimeout(config.handshakeTimeout().toMillis());
        options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        if (config.clientCas().isPresent()) {
            options.setTrustOptions(TrustOptions.wrap(clients.forHandshakes()));
            options.setClientAuth(config.clientsMust() ? ClientAuth.REQUIRED : ClientAuth.REQUEST);
        }
    }

    /** Whose certificates are trusted. */
    public ClientTrust clients() {
        return clients;
    }

    /**
     * Looks at the files again and again on a thread of its own.
     *
     * @param afterEachLook called there, to end what is trusted no longer
     */
    public void start(Runnable afterEachLook) {
        afterwards = afterEachLook;
        loop.start();
    }

    private void step() throws InterruptedException {
        loop.pause(config.reload());
        if (!loop.isClosing()) {
            look();
            afterwards.run();
        }
    }

    /** Reads the files now. */
    synchronized void look() {
        List<String> faults = new ArrayList<>();
        part(faults, this::lookAtIdentity);
        part(faults, () -> authorities = TlsFiles.authorities(config));
        part(faults, () -> lists = TlsFiles.lists(config, authorities));
        TrustedClients trusted = TrustedClients.of(authorities, lists);
        if (!trusted.isLike(clients.current())) {
            clients.become(trusted);
            warnIfNobody(trusted);
            log.info("trust in clients renewed [cas: {}, lists: {}]", trusted, lists.size());
        }
        report(String.join("; ", faults));
        tell();
    }

    private interface Part {
        void read() throws TlsFault;
    }

    private static void part(List<String> faults, Part part) {
        try {
            part.read();
        } catch (TlsFault e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    private void lookAtIdentity() throws TlsFault {
        ServerIdentity read = ServerIdentity.read(config.certificate(), config.key());
        if (!read.equals(identity.identity())) {
            identity.become(read);
            log.info("certificate renewed [subject: {}]", read.leaf().getSubjectX500Principal());
        }
    }

    private void report(String faults) {
        if (!faults.isEmpty()) {
            metrics.reloadFailed();
            if (!faults.equals(lastFaults)) {
                log.warn("files of TLS cannot be used, what was read before stays in force [faults: {}]", faults);
            }
        }
        lastFaults = faults;
    }

    private void warnIfNobody(TrustedClients trusted) {
        if (config.clientCas().isPresent() && trusted.anchors().isEmpty()) {
            log.warn(
                    "no CA of clients is in its dates [folder: {}]",
                    config.clientCas().get());
        }
    }

    private void tell() {
        TrustedClients trusted = clients.current();
        long expires = identity.identity().leaf().getNotAfter().getTime();
        metrics.certificateExpires(expires / 1_000);
        metrics.listExpires(
                trusted.nextUpdates().stream().mapToLong(Long::longValue).min().orElse(0) / 1_000);
    }

    @Override
    public void close() {
        loop.close();
    }
}
