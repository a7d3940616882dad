package io.kilowatch.registry.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kilowatch.domain.BusinessCalendar;
import io.kilowatch.domain.Enterprise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The registry document of one enterprise, in YAML or JSON, read as a whole with every fault found. */
public final class EnterpriseDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EnterpriseDocument() {}

    /** What came of reading a document. */
    public sealed interface Read {
        /**
         * A document without fault.
         *
         * @param enterprise what it says
         * @param json the same document as JSON, to be published
         */
        @SuppressWarnings("ArrayRecordComponent")
        record Valid(Enterprise enterprise, byte[] json) implements Read {}

        /**
         * A document that cannot be used.
         *
         * @param faults every fault found, in the document's order
         */
        record Faulty(List<Fault> faults) implements Read {
            /** Copies its faults. */
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Reads a document, in JSON or YAML, whose times are of the calendar of China. */
    public static Read read(byte[] bytes) {
        return read(bytes, BusinessCalendar.CHINA);
    }

    /**
     * Reads a document, in JSON or YAML.
     *
     * @param calendar what times without an offset are of, and times with one are converted to
     */
    public static Read read(byte[] bytes, BusinessCalendar calendar) {
        try {
            Source source = Source.read(bytes);
            if (!source.tree().isObject()) {
                return faulty(new Fault("", "the document is not a mapping; it begins with \"enterprise:\"", 1));
            }
            List<Fault> faults = new ArrayList<>(source.faults());
            Enterprise enterprise = new EnterpriseReader(calendar).enterprise(Node.root(source, faults));
            return faults.isEmpty()
                    ? new Read.Valid(enterprise, JSON.writeValueAsBytes(source.tree()))
                    : new Read.Faulty(inOrder(faults));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            String column = where == null ? "" : " at column " + where.getColumnNr();
            String problem = e.getOriginalMessage().replaceAll("\\s+", " ");
            return faulty(new Fault(
                    "",
                    "cannot be read as YAML or JSON" + column + ": " + problem,
                    where == null ? 0 : where.getLineNr()));
        } catch (IOException e) {
            return faulty(new Fault("", "cannot be read as UTF-8: " + e.getMessage()));
        }
    }

    private static List<Fault> inOrder(List<Fault> faults) {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
    }

    private static Read faulty(Fault fault) {
        return new Read.Faulty(List.of(fault));
    }
}
