package io.kilowatch.ingest.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Gives each handshake the certificate that is in force; a handshake that has begun keeps the one before. */
final class LiveIdentity extends X509ExtendedKeyManager {
    private volatile Version current;
    private volatile Version former;

    private record Version(String alias, ServerIdentity identity) {}

    LiveIdentity(ServerIdentity identity) {
        this.current = new Version("1", identity);
        this.former = current;
    }

    synchronized void become(ServerIdentity identity) {
        former = current;
        current = new Version(Integer.toString(Integer.parseInt(current.alias()) + 1), identity);
    }

    ServerIdentity identity() {
        return current.identity();
    }

    private @Nullable String alias(String keyType) {
        Version now = current;
        return now.identity().key().getAlgorithm().equals(keyType) ? now.alias() : null;
    }

    private @Nullable ServerIdentity version(String alias) {
        Version now = current;
        Version before = former;
        return alias.equals(now.alias()) ? now.identity() : alias.equals(before.alias()) ? before.identity() : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return alias(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return alias(keyType);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = alias(keyType);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        ServerIdentity found = version(alias);
        return found == null ? null : found.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        ServerIdentity found = version(alias);
        return found == null ? null : found.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}
