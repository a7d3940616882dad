package io.kilowatch.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FeedTest {
    private static final BenchPlants PLANTS = new BenchPlants(1, 3, 50);
    private static final int DAYS = 180;

    @Test
    void sendsEveryRegisterOfEveryPlantAtOneTimeAfterAnother() {
        Feed feed = new OrderedFeed(PLANTS, 10, 4, 5);

        assertThat(feed.readings()).isEqualTo(3 * 50 * 5);
        assertThat(all(feed)).doesNotHaveDuplicates().hasSize(3 * 50 * 5);
        assertThat(feed.quarter(0, 0)).isEqualTo(10);
        assertThat(feed.quarter(2, 49)).isEqualTo(10);
        assertThat(feed.quarter(3, 0)).isEqualTo(14);
        assertThat(feed.quarter(14, 0)).isEqualTo(26);
    }

    @Test
    void drawsTheSameLateReadingsFromTheSameSeed() {
        assertThat(all(late(40, 7))).isEqualTo(all(late(40, 7))).isNotEqualTo(all(late(40, 8)));
    }

    @Test
    void drawsEachLateReadingOnceAndNoneOfTheBase() {
        Feed late = late(40, 7);

        assertThat(late.readings()).isEqualTo(2_000);
        assertThat(all(late)).doesNotHaveDuplicates().hasSize(2_000);
        assertThat(quarters(late)).allSatisfy(quarter -> assertThat(quarter % 4).isNotZero());
    }

    @Test
    void spreadsLateReadingsOverAllDaysAndRegistersInNoOrder() {
        Feed late = late(200, 7);

        List<Integer> quarters = quarters(late);
        Set<Integer> days = new HashSet<>();
        quarters.forEach(quarter -> days.add(quarter / Registers.QUARTERS_PER_DAY));
        assertThat(days).hasSize(DAYS).allMatch(day -> day >= 0 && day < DAYS);
        assertThat(quarters).isNotEqualTo(quarters.stream().sorted().toList());
        int[] perPlant = new int[PLANTS.plants()];
        for (int batch = 0; batch < late.batches(); batch++) {
            perPlant[late.plant(batch)]++;
        }
        assertThat(perPlant).doesNotContain(0);
    }

    @Test
    void refusesMoreLateReadingsThanThereIsRoomFor() {
        assertThatThrownBy(() -> new LateFeed(PLANTS, 1, 4, 100, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAPartOfAFeed() {
        Feed whole = late(40, 7);

        Feed part = whole.part(10, 20);

        assertThat(all(part)).isEqualTo(all(whole).subList(10 * 50, 30 * 50));
        assertThatThrownBy(() -> whole.part(30, 11)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Feed late(int batches, long seed) {
        return new LateFeed(PLANTS, DAYS, 4, batches, seed);
    }

    private static List<String> all(Feed feed) {
        List<String> readings = new ArrayList<>();
        for (int batch = 0; batch < feed.batches(); batch++) {
            for (int place = 0; place < feed.batchSize(); place++) {
                readings.add(feed.plant(batch) + "/" + feed.meter(batch, place) + "@" + feed.quarter(batch, place));
            }
        }
        return readings;
    }

    private static List<Integer> quarters(Feed feed) {
        List<Integer> quarters = new ArrayList<>();
        for (int batch = 0; batch < feed.batches(); batch++) {
            for (int place = 0; place < feed.batchSize(); place++) {
                quarters.add(feed.quarter(batch, place));
            }
        }
        return quarters;
    }
}
