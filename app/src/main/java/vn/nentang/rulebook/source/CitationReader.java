package vn.nentang.rulebook.source;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Mark;

/** Reads where a rule stands: {@code source} (key of a known instrument), {@code article}, {@code mark}. */
public final class CitationReader {

    private static final Map<String, Mark> MARKS =
            Arrays.stream(Mark.values()).collect(Collectors.toMap(Mark::code, mark -> mark));

    private final Map<String, Mark> instruments;

    /**
     * Knows these instruments and no others.
     *
     * @param instruments the marks of all known instruments, by key
     */
    public CitationReader(Map<String, Mark> instruments) {
        this.instruments = Map.copyOf(instruments);
    }

    /** The source must be named. */
    public Citation read(Section section) {
        return citation(section, section.text("source"));
    }

    /** The source may be left out where it is the same as for the whole. */
    public Citation read(Section section, Citation whole) {
        return citation(section, section.textOr("source", whole.instrument()));
    }

    private Citation citation(Section section, String instrument) {
        if (!instrument.isEmpty() && !instruments.containsKey(instrument)) {
            section.refuse(
                    "source", Fault.UNKNOWN_INSTRUMENT, instrument, "number and date of an entry under instruments/");
        }
        var own = mark(section, Mark.VERIFIED);
        var ofInstrument = instruments.getOrDefault(instrument, Mark.DRAFT);
        return new Citation(instrument, section.textOr("article", ""), lessSure(own, ofInstrument));
    }

    /** {@code verified}, {@code secondhand} or {@code draft}; the stand-in where the key is absent. */
    public static Mark mark(Section section, Mark otherwise) {
        return section.oneOf("mark", MARKS).orElse(otherwise);
    }

    private static Mark lessSure(Mark one, Mark other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
