package io.kilowatch.ingest.upload;

import io.kilowatch.ingest.intake.Intake;
import io.kilowatch.ingest.intake.Message;
import io.kilowatch.ingest.intake.Parcel;
import io.kilowatch.ingest.intake.Publisher;
import io.kilowatch.ingest.intake.Taken;
import io.kilowatch.ingest.payload.NationalDevice;
import io.kilowatch.registry.topics.Channel;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes in uploads, each answered when all that becomes of it is stored. */
final class Uploads {
    /** How many may wait to be stored at a time; a body is small, but a slow Kafka must not fill the memory. */
    private static final int MOST_WAITING = 256;

    private final Intake intake;
    private final Publisher publisher;
    private final Duration patience;
    private final int maxBytes;
    private final AtomicInteger waiting = new AtomicInteger();

    Uploads(Intake intake, Publisher publisher, Duration patience, int maxBytes) {
        this.intake = intake;
        this.publisher = publisher;
        this.patience = patience;
        this.maxBytes = maxBytes;
    }

    void take(RoutingContext context, Guest guest) {
        byte[] body = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        if (!isOf(guest, NationalDevice.of(body, maxBytes).orElse(null))) {
            otherDevice().send(context);
            return;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            Answer.refused(503, "服务繁忙，请稍后重发", "too much is waiting to be stored; send it again later")
                    .send(context);
            return;
        }
        Channel channel = new Channel(UUID.randomUUID().toString(), "https");
        Taken taken = intake.take(new Message(
                guest.identity(), guest.catalogue(), guest.identity().nationalTopic(), body, channel, List.of(), true));
        stored(taken).onComplete(done -> {
            waiting.decrementAndGet();
            if (done.succeeded()) {
                answer(taken).send(context);
            } else {
                Answer.refused(503, "数据未能存储，请稍后重发", "the data could not be stored; send it again later")
                        .send(context);
            }
        });
    }

    private Future<?> stored(Taken taken) {
        Context here = Vertx.currentContext();
        List<Future<Void>> each =
                taken.parcels().stream().map(parcel -> stored(here, parcel)).toList();
        return Future.all(each).timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Void> stored(Context here, Parcel parcel) {
        Promise<Void> promise = Promise.promise();
        publisher.send(parcel, failure -> here.runOnContext(now -> complete(promise, failure)));
        return promise.future();
    }

    private static void complete(Promise<Void> promise, @Nullable Throwable failure) {
        if (failure == null) {
            promise.tryComplete();
        } else {
            promise.tryFail(failure);
        }
    }

    /** Success where anything was accepted or there was nothing to accept; what was refused is named in any case. */
    private static Answer answer(Taken taken) {
        JsonObject receipt = taken.receipt()
                .map(bytes -> new JsonObject(Buffer.buffer(bytes)))
                .orElseGet(JsonObject::new);
        Answer answer = switch (taken.answer()) {
            case ACCEPTED -> Answer.success();
            case NOTHING_ACCEPTED -> Answer.refused(200, "没有一条数据被接收", "no record was accepted; see refused");
            case TOO_LARGE -> Answer.refused(413, "数据过大", taken.reason());
            case MALFORMED, NOT_YOUR_TOPIC -> Answer.refused(400, "数据无法解析", taken.reason());
        };
        return receipt.getInteger("refusedCount", 0) == 0
                ? answer
                : answer.with("accepted", receipt.getInteger("accepted"))
                        .with("refusedCount", receipt.getInteger("refusedCount"))
                        .with("refused", receipt.getJsonArray("refused"));
    }

    /** Whether an upload's {@code deviceId}, if it names one, is that which the device was assigned. */
    static boolean isOf(Guest guest, @Nullable Object deviceId) {
        return deviceId == null || deviceId.equals(Assignment.deviceId(guest.identity()));
    }

    static Answer otherDevice() {
        return Answer.refused(
                200, "序列号与企业统一社会信用代码不符", "deviceId is not the one that this device was given at its registration");
    }
}
