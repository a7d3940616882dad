package io.kilowatch.simulators.replay;

import io.kilowatch.simulators.device.DeviceReading;
import io.kilowatch.simulators.device.ReadingBatch;
import io.kilowatch.simulators.feed.BadRows;
import io.kilowatch.simulators.feed.Feed;
import io.kilowatch.simulators.feed.FeedReading;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rehearsal of a replay: everything is read, packed into messages and examined, and nothing is sent.
 *
 * @param examiner what a gateway would say; empty where no registry document was given
 * @param out where bad rows and the report are shown
 * @param clock what the messages are stamped with
 */
public record DryRun(ReplayConfig config, Optional<Examiner> examiner, PrintStream out, InstantSource clock) {

    /**
     * Reads and examines the feed, and prints what came of it.
     *
     * @return whether nothing would be refused
     * @throws io.kilowatch.platform.config.InvalidSettings if the feed does not fit its mapping
     */
    public boolean run() {
        BadRows bad = new BadRows(out);
        Feed feed = config.source().feed();
        Survey survey = Survey.of(feed, bad);
        Findings findings = new Findings();
        if (examiner.isPresent()) {
            examineAll(examiner.get(), feed, survey, findings);
        }
        new DryRunTable(survey, config.order().shift().of(survey), findings, examiner.isPresent(), out)
                .print(bad.count());
        return bad.count() == 0 && findings.count() == 0 && survey.count() > 0;
    }

    private void examineAll(Examiner by, Feed feed, Survey survey, Findings findings) {
        Order once =
                new Order(config.order().shuffle(), 1, false, config.order().shift());
        Map<String, List<DeviceReading>> pending = new HashMap<>();
        try (ReplaySequence readings = new ReplaySequence(feed, survey, once, 0)) {
            while (readings.hasNext()) {
                FeedReading one = readings.next();
                List<DeviceReading> ofDevice = pending.computeIfAbsent(one.device(), device -> new ArrayList<>());
                ofDevice.add(one.reading());
                if (ofDevice.size() == config.batch()) {
                    examine(by, one.device(), ofDevice, findings);
                }
            }
        }
        pending.forEach((device, ofDevice) -> examine(by, device, ofDevice, findings));
    }

    private void examine(Examiner by, String device, List<DeviceReading> readings, Findings findings) {
        if (!readings.isEmpty()) {
            byte[] payload = new ReadingBatch("dry-run", clock.instant(), readings).json();
            by.examine(device, payload).forEach(finding -> findings.add(device, readings, finding));
            readings.clear();
        }
    }
}
