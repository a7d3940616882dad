package io.kilowatch.deploy.feed;

import io.kilowatch.ingest.IngestConfig;
import io.kilowatch.ingest.payload.BatchDecoder;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.ingest.reading.Decoded;
import io.kilowatch.ingest.reading.Examination;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.platform.config.InvalidSettings;
import io.kilowatch.platform.config.Settings;
import io.kilowatch.registry.desk.DocumentFiles;
import io.kilowatch.simulators.replay.Examiner;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Examines messages as the gateway does, against registry documents in files and with nobody to talk to. */
public final class GatewayExaminer implements Examiner {
    private final Map<String, Catalogue> catalogues = new HashMap<>();
    private final BatchDecoder decoder;
    private final long latest;
    private final int most;

    /**
     * An examiner with the gateway's default bounds.
     *
     * @param clock decides what lies in the future
     * @throws InvalidSettings with every fault of the documents
     */
    public GatewayExaminer(DocumentFiles documents, InstantSource clock) {
        if (!documents.faults().isEmpty()) {
            throw new InvalidSettings(
                    documents.faults().stream().map(Object::toString).toList());
        }
        documents
                .documents()
                .forEach(one -> catalogues.put(one.enterprise().code().text(), new Catalogue(one.enterprise(), 0)));
        Settings preset = new Settings(Map.of(), Map.of());
        this.decoder = new BatchDecoder(preset.value(IngestConfig.MAX_MESSAGE_BYTES));
        this.most = preset.value(IngestConfig.MAX_READINGS);
        this.latest = clock.instant()
                .plus(preset.value(IngestConfig.FUTURE_TOLERANCE))
                .toEpochMilli();
    }

    @Override
    public List<Finding> examine(String device, byte[] payload) {
        int slash = device.indexOf('/');
        Catalogue catalogue = catalogues.get(device.substring(0, Math.max(0, slash)));
        String id = device.substring(slash + 1);
        if (catalogue == null || !catalogue.hasDevice(id)) {
            String lacking = catalogue == null ? "no document of its enterprise was given" : "its document lacks it";
            return List.of(new Finding(
                    Refusal.WHOLE, "unknown-device", "nobody can sign in as \"" + device + "\": " + lacking));
        }
        Decoded decoded = decoder.decode(payload, new Examination(catalogue, id, latest, most));
        Stream<Refusal> refused = decoded instanceof Decoded.Unreadable unreadable
                ? Stream.of(unreadable.refusal())
                : ((Decoded.Batch) decoded).refused().stream();
        return refused.map(refusal -> new Finding(
                        refusal.index(),
                        refusal.code().word(),
                        refusal.message().en() + " " + refusal.message().zh()))
                .toList();
    }
}
