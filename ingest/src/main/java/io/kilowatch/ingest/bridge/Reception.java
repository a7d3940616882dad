package io.kilowatch.ingest.bridge;

import io.kilowatch.domain.Name;
import io.kilowatch.ingest.access.Catalogues;
import io.kilowatch.ingest.access.Identity;
import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.Message;
import io.kilowatch.ingest.intake.Taken;
import io.kilowatch.ingest.intake.UserProperty;
import io.kilowatch.ingest.reading.Catalogue;
import io.kilowatch.ingest.reading.Refusal;
import io.kilowatch.ingest.reading.RefusalCode;
import io.kilowatch.registry.topics.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in what a broker delivers. The topic says who sent it: that nobody but the device can publish to its topics is
 * the broker's business.
 */
final class Reception {
    private final Catalogues catalogues;
    private final Set<String> enterprises;
    private final Intake intake;

    /**
     * A reception.
     *
     * @param enterprises those that may send; empty for all
     */
    Reception(Catalogues catalogues, Set<String> enterprises, Intake intake) {
        this.catalogues = catalogues;
        this.enterprises = enterprises;
        this.intake = intake;
    }

    /** Whether it knows who is registered. */
    boolean isReady() {
        return catalogues.isRead();
    }

    /**
     * Takes a message in.
     *
     * @param answered whether its sender wants a receipt in any case
     */
    Taken take(
            DeviceTopic sender,
            String topic,
            byte[] payload,
            Channel channel,
            List<UserProperty> properties,
            boolean answered) {
        Identity from = sender.from();
        Optional<Catalogue> catalogue = catalogues.find(from.enterprise());
        if (!sender.wellFormed() || catalogue.isEmpty() || !catalogue.get().hasDevice(from.device())) {
            return intake.turnAway(from, topic, payload, channel, properties, unknown(from));
        }
        if (!enterprises.isEmpty() && !enterprises.contains(from.enterprise())) {
            return intake.turnAway(from, topic, payload, channel, properties, notHere(from));
        }
        return intake.take(new Message(from, catalogue.get(), topic, payload, channel, properties, answered));
    }

    private static Refusal unknown(Identity from) {
        return Refusal.whole(
                RefusalCode.UNKNOWN_DEVICE,
                new Name("未登记端设备 " + from.user(), "no device " + from.user() + " is registered"));
    }

    private static Refusal notHere(Identity from) {
        return Refusal.whole(
                RefusalCode.NOT_YOUR_TOPIC,
                new Name(
                        "本网桥不接收单位 " + from.enterprise() + " 的数据",
                        "this bridge takes nothing of enterprise " + from.enterprise()));
    }
}
