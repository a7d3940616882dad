package io.kilowatch.registry.desk;

import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.platform.database.Database;
import io.kilowatch.registry.document.EnterpriseDocument;
import io.kilowatch.registry.document.EnterpriseDocument.Read;
import io.kilowatch.registry.document.Fault;
import io.kilowatch.registry.store.Documents;
import io.kilowatch.registry.store.Documents.Outcome;
import io.kilowatch.registry.store.RegistryPublisher;
import io.kilowatch.registry.store.RegistryStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes what devices sign in with, in the documents in force; each change is published before it is kept. */
public final class DeviceDesk {
    private static final int CONNECTIONS = 2;

    private final RegistryConfig config;
    private final InstantSource clock;

    /** A desk with its clock for the history. */
    public DeviceDesk(RegistryConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * What came of a change.
     *
     * @param answer what is to be said
     * @param enterprise the enterprise as it is in force now; empty if nothing was changed
     */
    public record Changed(Answer answer, Optional<Enterprise> enterprise) {}

    /** Makes a change in the document of a credit code. */
    public Changed change(String code, DeviceChange change) {
        if (!EnterpriseCode.isValid(code)) {
            return refused('"' + code + "\" is no credit code (18 characters, GB 32100-2015)");
        }
        try (RegistryPublisher publisher = RegistryPublisher.open(config.kafka(), "device-desk");
                Database database = Database.open(config.database(), "device-desk", CONNECTIONS)) {
            return change(new RegistryStore(database), publisher, code, change);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("interrupted");
        } catch (Exception e) {
            return refused(Explanation.of(e));
        }
    }

    Changed change(Documents documents, Documents.Announcement publisher, String code, DeviceChange change)
            throws Exception {
        Amendment amendment = new Amendment(change);
        try {
            Outcome outcome = documents.amend(code, clock.instant(), config.by(), amendment, publisher);
            return new Changed(
                    Answer.fine(List.of(
                            "changed    " + code + "  revision " + outcome.revision() + "  device " + change.device())),
                    Optional.ofNullable(amendment.enterprise));
        } catch (Documents.NoneInForce | IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static Changed refused(String why) {
        return new Changed(Answer.faulty(why), Optional.empty());
    }

    private final class Amendment implements Documents.Amendment {
        private final DeviceChange change;
        private @Nullable Enterprise enterprise;

        Amendment(DeviceChange change) {
            this.change = change;
        }

        @Override
        public String of(String json) throws Exception {
            String changed = change.in(json);
            Read read = EnterpriseDocument.read(changed.getBytes(StandardCharsets.UTF_8), config.calendar());
            if (read instanceof Read.Faulty faulty) {
                throw new IllegalArgumentException("the document would be faulty: "
                        + faulty.faults().stream().map(Fault::toString).collect(Collectors.joining("; ")));
            }
            enterprise = ((Read.Valid) read).enterprise();
            return changed;
        }
    }
}
