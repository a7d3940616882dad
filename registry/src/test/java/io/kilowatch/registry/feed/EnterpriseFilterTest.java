package io.kilowatch.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kilowatch.domain.Enterprise;
import io.kilowatch.domain.EnterpriseCode;
import io.kilowatch.domain.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnterpriseFilterTest {
    private static final Enterprise SMELTER = enterprise("91640300MA0000001", "青铜峡铝业", "640381", "C3216");
    private static final Enterprise CEMENT = enterprise("91640400MA0000002", "固原水泥", "640402", "C3011");

    private final RegistrySnapshot snapshot = new RegistrySnapshot(Map.of(
            CEMENT.code().text(), new RegistrySnapshot.Entry(CEMENT, 0),
            SMELTER.code().text(), new RegistrySnapshot.Entry(SMELTER, 1)));

    private static Enterprise enterprise(String first17, String name, String region, String industry) {
        return new Enterprise(
                new EnterpriseCode(first17 + EnterpriseCode.checkCharacter(first17)),
                new Name(name, "Example"),
                region,
                industry,
                false,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private List<Enterprise> found(String region, String industry, String text) {
        return snapshot.matching(new EnterpriseFilter(given(region), given(industry), given(text)));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    @Test
    void findsByPrefixesOfRegionAndIndustryAndByPartsOfNamesAndCodes() {
        assertThat(found("6403", "", "")).containsExactly(SMELTER);
        assertThat(found("", "C30", "")).containsExactly(CEMENT);
        assertThat(found("", "", "水泥")).containsExactly(CEMENT);
        assertThat(found("", "", "example")).containsExactly(SMELTER, CEMENT);
        assertThat(found("", "", "ma0000001")).containsExactly(SMELTER);
        assertThat(found("6403", "C30", "")).isEmpty();
    }

    @Test
    void givesAllInTheOrderOfTheirCodes() {
        assertThat(snapshot.matching(EnterpriseFilter.ALL)).containsExactly(SMELTER, CEMENT);
        assertThat(EnterpriseFilter.ALL.isAll()).isTrue();
        assertThat(EnterpriseFilter.region("64").isAll()).isFalse();
    }
}
