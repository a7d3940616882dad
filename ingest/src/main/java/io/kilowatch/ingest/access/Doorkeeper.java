package io.kilowatch.ingest.access;

import io.kilowatch.ingest.guard.Lockouts;
import io.kilowatch.ingest.guard.Source;
import io.kilowatch.ingest.tls.ClientTrust;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Decides who comes in, by certificate or by password.
 *
 * <p>A certificate that TLS has verified needs no password. A password is heard only if its device and address are not
 * locked out; unless it is remembered, it waits for its turn to be hashed.
 */
public final class Doorkeeper implements AutoCloseable {
    private static final int MOST_WAITING = 20_000;

    private final Catalogues catalogues;
    private final Gatekeeper gatekeeper;
    private final Lockouts lockouts;
    private final ClientTrust trust;
    private final PasswordQueue queue;

    /**
     * A doorkeeper whose threads run.
     *
     * @param trust whom to trust with certificates
     * @param threads how many passwords are hashed at a time
     */
    public Doorkeeper(Catalogues catalogues, Gatekeeper gatekeeper, Lockouts lockouts, ClientTrust trust, int threads) {
        this.catalogues = catalogues;
        this.gatekeeper = gatekeeper;
        this.lockouts = lockouts;
        this.trust = trust;
        this.queue = new PasswordQueue(MOST_WAITING, threads);
    }

    /**
     * Decides. The answer is there at once, unless a password must be hashed; cancel it if the caller leaves meanwhile.
     * It is completed on another thread then.
     */
    public CompletableFuture<Admission> decide(Caller caller) {
        if (!catalogues.isRead()) {
            return CompletableFuture.completedFuture(new Admission.NotReady());
        }
        if (caller.certificate().isPresent()) {
            return CompletableFuture.completedFuture(byCertificate(caller));
        }
        String user = caller.user();
        String password = caller.password();
        if (user == null || password == null) {
            caller.source().ifPresent(lockouts::failed);
            return CompletableFuture.completedFuture(new Admission.Nameless());
        }
        return caller.source()
                .map(source -> guarded(source, user, password))
                .orElseGet(() -> byPassword(Optional.empty(), user, password));
    }

    private Admission byCertificate(Caller caller) {
        var presented = caller.certificate().orElseThrow();
        String user = caller.user();
        Optional<Identity> identity = catalogues.bySubject(presented.subject());
        boolean agrees = user == null
                || identity.filter(found -> found.user().equals(user)).isPresent();
        if (identity.isEmpty() || !agrees || !trust.stands(presented)) {
            return new Admission.Stranger();
        }
        Identity found = identity.get();
        return new Admission.Admitted(found, new Credential.Certificate(found.device(), presented, trust));
    }

    private CompletableFuture<Admission> guarded(Source source, String user, String password) {
        Lockouts.Ruling ruling = lockouts.begin(source, user);
        if (ruling != Lockouts.Ruling.TRY) {
            return CompletableFuture.completedFuture(
                    new Admission.LockedOut(lockouts.left(source, user), ruling == Lockouts.Ruling.ADDRESS_WAITS));
        }
        CompletableFuture<Admission> answer = byPassword(Optional.of(source), user, password);
        answer.whenComplete((admission, failure) -> heed(source, user, admission));
        return answer;
    }

    private void heed(Source source, String user, @Nullable Admission admission) {
        if (admission instanceof Admission.Admitted) {
            lockouts.succeeded(source, user);
        } else if (admission instanceof Admission.Wrong) {
            lockouts.failed(source, user);
        } else {
            lockouts.abandoned(source, user); // nobody has learnt whether the password is right
        }
    }

    private CompletableFuture<Admission> byPassword(Optional<Source> source, String user, String password) {
        Optional<Admission> quick = gatekeeper.quick(user, password);
        if (quick.isPresent()) {
            return CompletableFuture.completedFuture(quick.get());
        }
        Check check = new Check(source, user, password);
        boolean known = source.filter(from -> lockouts.isKnown(from, user)).isPresent();
        if (!queue.offer(source.map(Source::text).orElse(""), known, check)) {
            check.answer.complete(new Admission.Busy());
        }
        return check.answer;
    }

    private final class Check implements PasswordQueue.Check {
        private final CompletableFuture<Admission> answer = new CompletableFuture<>();
        private final Optional<Source> source;
        private final String user;
        private final String password;

        Check(Optional<Source> source, String user, String password) {
            this.source = source;
            this.user = user;
            this.password = password;
        }

        @Override
        public boolean isCancelled() {
            return answer.isDone();
        }

        @Override
        public void run() {
            if (source.filter(from -> lockouts.isPointless(from, user)).isPresent()) {
                Source from = source.get();
                answer.complete(new Admission.LockedOut(lockouts.left(from, user), true));
                return;
            }
            try {
                answer.complete(gatekeeper.slow(user, password));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
                throw e;
            }
        }
    }

    /** How many passwords wait for their turn. */
    public int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        queue.close();
    }
}
