package io.kilowatch.deploy.bench.gateway;

import io.kilowatch.simulators.load.Fleet;
import io.kilowatch.simulators.load.LoadResult;

/** Sees to it that no figure is given of a load of which something was refused or lost. */
final class Clean {
    private Clean() {}

    /** The same result. */
    static LoadResult checked(LoadResult result, Fleet fleet) {
        boolean allBack = result.unacknowledged() == 0 && result.refused() == 0 && result.lost() == 0;
        if (!allBack) {
            throw new IllegalStateException(
                    "no figure is given of a load that was refused or lost: " + result + " " + fleet.firstReceipt());
        }
        return result;
    }
}
