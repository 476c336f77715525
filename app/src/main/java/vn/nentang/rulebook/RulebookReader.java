package vn.nentang.rulebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Mark;
import vn.nentang.kernel.PartialDate;
import vn.nentang.kernel.Timeline;
import vn.nentang.rulebook.CodeList.Code;
import vn.nentang.rulebook.regime.RegimeReader;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.rulebook.source.CitationReader;
import vn.nentang.rulebook.source.Fault;
import vn.nentang.rulebook.source.Problems;
import vn.nentang.rulebook.source.Section;
import vn.nentang.rulebook.source.SourceProblem;
import vn.nentang.rulebook.source.SourceText;

/**
 * Reads all rule files, instruments first since everything else cites them. Either all of it is accepted or every problem
 * is reported.
 */
final class RulebookReader {

    private static final String INSTRUMENTS = "instruments/";
    private static final String PARAMETERS = "parameters/";
    private static final String CODES = "codes/";
    private static final String REVIEW = "review/";
    private static final String ENDED = "none";
    private static final String KEY_SHAPE = "[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+";

    private final Problems problems = new Problems();
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, CodeList> lists = new LinkedHashMap<>();
    private final Map<String, ReviewRegime> regimes = new LinkedHashMap<>();
    private CitationReader citations = new CitationReader(Map.of());

    private RulebookReader() {}

    static Rulebook read(Edition edition, List<SourceText> files) {
        var reader = new RulebookReader();
        reader.readAll(files);
        reader.problems.throwIfPresent();
        return new Rulebook(edition, reader.instruments, reader.parameters, reader.lists, reader.regimes);
    }

    private void readAll(List<SourceText> files) {
        files.forEach(this::checkPlace);
        below(files, INSTRUMENTS).forEach(this::readInstruments);
        citations = new CitationReader(
                instruments.values().stream().collect(Collectors.toMap(Instrument::key, Instrument::mark)));
        below(files, PARAMETERS).forEach(this::readParameters);
        below(files, CODES).forEach(this::readList);
        below(files, REVIEW).forEach(this::readRegime);
        checkRegimesDoNotOverlap();
    }

    private void checkPlace(SourceText file) {
        var folders = List.of(INSTRUMENTS, PARAMETERS, CODES, REVIEW);
        if (folders.stream().noneMatch(file.name()::startsWith)) {
            problems.add(new SourceProblem(
                    file.name(), 0, "", Fault.NOT_AN_ALLOWED_WORD, file.name(), "a file below " + folders));
        }
    }

    private static List<SourceText> below(List<SourceText> files, String folder) {
        return files.stream().filter(file -> file.name().startsWith(folder)).toList();
    }

    private void readInstruments(SourceText file) {
        Section.read(file, problems).ifPresent(section -> {
            var checkedOn = section.date("checkedOn");
            section.sections("instruments").forEach(entry -> addInstrument(entry, checkedOn));
            section.finish();
        });
        checkReplaced(file);
    }

    private void addInstrument(Section entry, LocalDate checkedOn) {
        var instrument = new Instrument(
                entry.text("number"),
                partialDate(entry, "signed"),
                entry.text("issuer"),
                Label.below(entry, "title"),
                uncertainDay(entry, "from"),
                uncertainDay(entry, "until"),
                entry.texts("replaces"),
                CitationReader.mark(entry, Mark.DRAFT),
                entry.optionalDate("checkedOn").orElse(checkedOn),
                entry.optionalText("note").orElse(null));
        if (!entry.has("mark")) {
            entry.refuse("mark", Fault.MISSING, "", "verified, secondhand, draft");
        }
        if (instruments.putIfAbsent(instrument.key(), instrument) != null) {
            entry.refuse("number", Fault.USED_TWICE, instrument.key(), "each number and date once");
        }
        checkDays(entry, instrument);
        entry.finish();
    }

    private static void checkDays(Section entry, Instrument instrument) {
        var from = instrument.from();
        var until = instrument.until();
        if (from != null
                && until != null
                && until.day().lastDay().isBefore(from.day().firstDay())) {
            entry.refuse("until", Fault.UNSORTED_DATES, until.toString(), "a day after " + from);
        }
    }

    private void checkReplaced(SourceText file) {
        for (var instrument : instruments.values()) {
            for (var replaced : instrument.replaces()) {
                if (!instruments.containsKey(replaced)) {
                    problems.add(new SourceProblem(
                            file.name(),
                            0,
                            instrument.key() + ".replaces",
                            Fault.UNKNOWN_INSTRUMENT,
                            replaced,
                            "number and date of an earlier entry"));
                }
            }
        }
    }

    private static PartialDate partialDate(Section entry, String key) {
        var text = entry.text(key);
        try {
            return PartialDate.parse(text);
        } catch (DateTimeException e) {
            entry.refuse(key, Fault.NOT_A_DATE, text, "YYYY-MM-DD, YYYY-MM or YYYY");
            return PartialDate.of(LocalDate.EPOCH);
        }
    }

    private static @Nullable UncertainDay uncertainDay(Section entry, String key) {
        var text = entry.optionalText(key);
        try {
            return text.map(UncertainDay::parse).orElse(null);
        } catch (DateTimeException e) {
            entry.refuse(key, Fault.NOT_A_DATE, text.orElse(""), "YYYY-MM-DD, YYYY-MM or YYYY, with ? where unsure");
            return null;
        }
    }

    private void readParameters(SourceText file) {
        Section.read(file, problems).ifPresent(section -> {
            section.sections("parameters").forEach(this::addParameter);
            section.finish();
        });
    }

    private void addParameter(Section entry) {
        var key = entry.text("key");
        var unit = entry.oneOf("unit", Unit.byCode()).orElse(Unit.TEXT);
        if (!entry.has("unit")) {
            entry.refuse(
                    "unit", Fault.MISSING, "", String.join(", ", Unit.byCode().keySet()));
        }
        var parameter = new Parameter(
                key,
                Label.below(entry, "title"),
                unit,
                values(entry, unit),
                entry.sections("usedBy").stream().map(RulebookReader::use).toList());
        if (!key.matches(KEY_SHAPE)) {
            entry.refuse("key", Fault.NOT_AN_ALLOWED_WORD, key, "lower case, dotted: area.name");
        }
        if (parameters.putIfAbsent(key, parameter) != null) {
            entry.refuse("key", Fault.USED_TWICE, key, "each key once");
        }
        entry.finish();
    }

    private static Parameter.Use use(Section section) {
        var use = new Parameter.Use(section.text("rule"), Label.of(section));
        section.finish();
        return use;
    }

    private Timeline<Parameter.Value> values(Section entry, Unit unit) {
        var values = new TreeMap<LocalDate, Parameter.Value>();
        for (var section : entry.sections("values")) {
            var from = section.date("from");
            if (!values.isEmpty() && !from.isAfter(values.lastKey())) {
                section.refuse("from", Fault.UNSORTED_DATES, from.toString(), "a day after " + values.lastKey());
            }
            values.put(from, value(section, unit));
            section.finish();
        }
        if (values.isEmpty()) {
            entry.refuse("values", Fault.MISSING, "", "at least one value with its from-date and source");
        }
        return new Timeline<>(values);
    }

    private Parameter.Value value(Section section, Unit unit) {
        var text = section.text("value");
        var ended = text.equals(ENDED);
        if (!ended && !text.isEmpty()) {
            checkUnit(section, unit, text);
        }
        var note = Label.findBelow(section, "note").orElse(null);
        return new Parameter.Value(ended ? null : text, citations.read(section), note);
    }

    private static void checkUnit(Section section, Unit unit, String text) {
        try {
            var _ = unit.parse(text);
        } catch (NumberFormatException | DateTimeException e) {
            section.refuse("value", Fault.NOT_A_NUMBER, text, "a value in %s, or none".formatted(unit.code()));
        }
    }

    private void readList(SourceText file) {
        Section.read(file, problems).ifPresent(section -> {
            var list = new CodeList(
                    section.text("list"), Label.below(section, "title"), citations.read(section), codes(section));
            if (lists.putIfAbsent(list.name(), list) != null) {
                section.refuse("list", Fault.USED_TWICE, list.name(), "each list once");
            }
            section.finish();
        });
    }

    private static List<Code> codes(Section list) {
        var codes = new ArrayList<Code>();
        for (var section : list.sections("codes")) {
            var code = code(section);
            if (codes.stream().anyMatch(other -> clashes(code, other))) {
                section.refuse("code", Fault.USED_TWICE, code.code(), "each code once on any day");
            }
            codes.add(code);
        }
        if (codes.isEmpty()) {
            list.refuse("codes", Fault.MISSING, "", "at least one code");
        }
        return codes;
    }

    private static Code code(Section section) {
        var code = new Code(
                section.text("code"),
                Label.of(section),
                section.texts("names"),
                section.optionalDate("from").orElse(null),
                section.optionalDate("until").orElse(null),
                with(section));
        section.finish();
        return code;
    }

    private static Map<String, String> with(Section section) {
        var with = new HashMap<String, String>();
        section.optionalSection("with").ifPresent(facts -> facts.keys().forEach(key -> with.put(key, facts.text(key))));
        return with;
    }

    private static boolean clashes(Code one, Code other) {
        return one.code().equals(other.code())
                && (one.until() == null || other.from() == null || one.until().isAfter(other.from()))
                && (other.until() == null || one.from() == null || other.until().isAfter(one.from()));
    }

    private void readRegime(SourceText file) {
        Section.read(file, problems)
                .flatMap(section -> RegimeReader.read(section, citations, Set.copyOf(parameters.keySet()), problems))
                .ifPresent(regime -> addRegime(file, regime));
    }

    private void addRegime(SourceText file, ReviewRegime regime) {
        if (regimes.putIfAbsent(regime.id(), regime) != null) {
            problems.add(
                    new SourceProblem(file.name(), 0, "regime", Fault.USED_TWICE, regime.id(), "each regime once"));
        }
    }

    private void checkRegimesDoNotOverlap() {
        var all = new LinkedHashSet<>(regimes.values());
        for (var one : regimes.values()) {
            all.remove(one);
            for (var other : all) {
                if (overlap(one, other)) {
                    problems.add(new SourceProblem(one.id(), 0, "from", Fault.OVERLAP, other.id(), "one regime a day"));
                }
            }
        }
    }

    private static boolean overlap(ReviewRegime one, ReviewRegime other) {
        var until = one.during().until();
        var otherUntil = other.during().until();
        return (until == null || until.isAfter(other.during().from()))
                && (otherUntil == null || otherUntil.isAfter(one.during().from()));
    }
}
