package vn.nentang.rulebook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.source.SourceText;

/**
 * Everything the program knows of regulations, by date. Immutable and thread safe. Asking for a parameter before its first
 * value, or after its end, is {@link NothingInForce}; asking for a name nobody knows is {@link UnknownRule}.
 */
public final class Rulebook {

    private final Map<String, Instrument> instruments;
    private final Map<String, Parameter> parameters;
    private final Map<String, CodeList> lists;
    private final Map<String, ReviewRegime> regimes;
    private final Edition edition;

    Rulebook(
            Edition edition,
            Map<String, Instrument> instruments,
            Map<String, Parameter> parameters,
            Map<String, CodeList> lists,
            Map<String, ReviewRegime> regimes) {
        this.edition = edition;
        this.instruments = Collections.unmodifiableMap(new LinkedHashMap<>(instruments));
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        this.regimes = Collections.unmodifiableMap(new LinkedHashMap<>(regimes));
    }

    /** The rules that come with the program. */
    public static Rulebook load() {
        return of(RuleFiles.bundled());
    }

    /** The rules that come with the program, each file replaced by the one of the same name here, and the files added. */
    public static Rulebook overlaid(List<SourceText> later, Edition edition) {
        var files = new LinkedHashMap<String, SourceText>();
        RuleFiles.bundled().forEach(file -> files.put(file.name(), file));
        later.forEach(file -> files.put(file.name(), file));
        return RulebookReader.read(edition, List.copyOf(files.values()));
    }

    /** What the rules that come with the program are. */
    public static Edition shipped() {
        return new Edition(RuleFiles.edition(), null, new Label("Kèm theo chương trình", "Came with the program"), "");
    }

    /**
     * The rules that come with the program and those of a folder laid out like them ({@code instruments/},
     * {@code parameters/}, {@code codes/}, {@code review/}).
     *
     * @throws RefusedSource with every problem, when a file is not accepted
     */
    public static Rulebook loadWith(Path folder) throws IOException {
        var files = new ArrayList<>(RuleFiles.bundled());
        files.addAll(RuleFiles.below(folder));
        return of(files);
    }

    /** The rules of these texts alone. */
    public static Rulebook of(List<SourceText> files) {
        return RulebookReader.read(shipped(), files);
    }

    /** Which rules these are. */
    public Edition edition() {
        return edition;
    }

    public RulesOn on(LocalDate date) {
        return new RulesOn(this, date);
    }

    public Collection<Instrument> instruments() {
        return instruments.values();
    }

    public Optional<Instrument> findInstrument(String key) {
        return Optional.ofNullable(instruments.get(key));
    }

    public Collection<Parameter> parameters() {
        return parameters.values();
    }

    public Parameter parameter(String key) {
        return found(parameters.get(key), key);
    }

    public Collection<CodeList> codeLists() {
        return lists.values();
    }

    public CodeList codeList(String name) {
        return found(lists.get(name), name);
    }

    /** In the order of their files. */
    public Collection<ReviewRegime> regimes() {
        return regimes.values();
    }

    public Optional<ReviewRegime> findRegime(String id) {
        return Optional.ofNullable(regimes.get(id));
    }

    public Optional<RegimeOn> findRegime(LocalDate date) {
        return regimes.values().stream()
                .filter(regime -> regime.during().contains(date))
                .findFirst()
                .map(regime -> new RegimeOn(regime, date));
    }

    private static <T> T found(@Nullable T value, String key) {
        if (value == null) {
            throw new UnknownRule(key);
        }
        return value;
    }
}
