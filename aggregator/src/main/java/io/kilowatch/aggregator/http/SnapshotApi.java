package io.kilowatch.aggregator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kilowatch.platform.http.Query;
import io.kilowatch.platform.http.Refusal;
import io.kilowatch.platform.http.Reply;

/** Yearly snapshots. */
final class SnapshotApi {
    private final Snapshots snapshots;

    SnapshotApi(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** {@code GET /api/v1/snapshots}. */
    Reply list(Query query) throws Exception {
        ObjectNode answer = Json.object();
        answer.set("items", Json.array(snapshots.list(query.year("year")), one -> one));
        return Reply.json(answer.toString());
    }

    /** {@code GET /api/v1/snapshots/{id}}. */
    Reply find(Query query) throws Exception {
        String id = query.inPath("id");
        return Reply.json(snapshots
                .find(id)
                .orElseThrow(() -> Refusal.notFound("没有年度快照 \"" + id + '"', "no snapshot \"" + id + '"'))
                .toString());
    }
}
