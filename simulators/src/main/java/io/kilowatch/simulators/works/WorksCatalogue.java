package io.kilowatch.simulators.works;

import java.util.List;
import java.util.Optional;

/** Every kind of works. */
public final class WorksCatalogue {
    /** All of them. */
    public static final List<WorksKind> KINDS = List.of(
            MetalWorks.ALUMINIUM,
            MetalWorks.FERROSILICON,
            MetalWorks.SILICOMANGANESE,
            MetalWorks.CARBIDE,
            CementKind.CEMENT,
            SteelWorks.COKE,
            SteelWorks.CONVERTERS,
            ChemicalWorks.AMMONIA,
            ChemicalWorks.METHANOL,
            ChemicalWorks.REFINERY,
            ChemicalWorks.POLYSILICON,
            DataCentreKind.DATA_CENTRE);

    private WorksCatalogue() {}

    /** The kind of a word. */
    public static Optional<WorksKind> of(String word) {
        return KINDS.stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The words, for messages. */
    public static List<String> words() {
        return KINDS.stream().map(WorksKind::word).toList();
    }
}
