package io.kilowatch.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InOrderTest {

    @Property
    void reachesExactlyTheUnbrokenRow(@ForAll @IntRange(min = 1, max = 40) int messages, @ForAll long seed) {
        InOrder<Integer> order = new InOrder<>();
        List<InOrder.Mark<Integer>> marks = new ArrayList<>();
        for (int place = 1; place <= messages; place++) {
            marks.add(order.sent(place));
        }
        List<Integer> answers = new ArrayList<>();
        for (int place = 1; place <= messages; place++) {
            answers.add(place);
        }
        Collections.shuffle(answers, new Random(seed));
        Set<Integer> answered = new TreeSet<>();

        for (int place : answers) {
            order.answered(marks.get(place - 1));
            answered.add(place);
            int unbroken = 0;
            while (answered.contains(unbroken + 1)) {
                unbroken++;
            }
            assertThat(order.reached().orElse(0)).isEqualTo(unbroken);
            assertThat(order.outstanding()).isEqualTo(messages - unbroken);
        }
    }
}
