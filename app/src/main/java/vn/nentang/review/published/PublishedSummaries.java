package vn.nentang.review.published;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nentang.review.ReviewYears;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.regime.RegimeOn;
import vn.nentang.rulebook.regime.ReviewRegime;
import vn.nentang.rulebook.source.Fault;
import vn.nentang.rulebook.source.Problems;
import vn.nentang.rulebook.source.Section;
import vn.nentang.rulebook.source.SourceProblem;
import vn.nentang.rulebook.source.SourceText;

/**
 * Reads lists of published results: a YAML file, or a Markdown page with a fenced YAML block. Text only: no type can be
 * named from the file, its size and depth are bounded, and every problem names its line.
 */
public final class PublishedSummaries {

    private static final long FILE_BYTES_MAX = 1_000_000;
    private static final int ENTRIES_MAX = 10_000;
    private static final Pattern FENCE = Pattern.compile("\\s*```+\\s*(\\w*)\\s*");
    private static final Pattern YEAR_IN_ID = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

    private final Rulebook rulebook;
    private final Problems problems = new Problems();

    private PublishedSummaries(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** What became of a reading. */
    public sealed interface Reading {

        /** Every entry, in the order of the file. */
        record Read(List<PublishedSummary> summaries) implements Reading {
            public Read {
                summaries = List.copyOf(summaries);
            }
        }

        /** The file was not accepted, with every problem and its line. */
        record Refused(List<SourceProblem> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException when the file is not there or the disk fails; never for what the file holds
     */
    public static Reading read(Path file, Rulebook rulebook) throws IOException {
        var name = String.valueOf(file.getFileName());
        if (Files.size(file) > FILE_BYTES_MAX) {
            return refused(name, Fault.TOO_LARGE, Files.size(file) + " bytes", "≤ %d bytes".formatted(FILE_BYTES_MAX));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return read(name, text, rulebook);
        } catch (CharacterCodingException _) {
            return refused(name, Fault.NOT_YAML, "not UTF-8", "UTF-8");
        }
    }

    /** Reads a text; the name is used in messages. */
    public static Reading read(String name, String text, Rulebook rulebook) {
        return new PublishedSummaries(rulebook).read(name, text);
    }

    private static Reading refused(String name, Fault fault, String given, String allowed) {
        return new Reading.Refused(List.of(new SourceProblem(name, 0, "", fault, given, allowed)));
    }

    private Reading read(String name, String text) {
        var sections = blocks(name, text.startsWith("\uFEFF") ? text.substring(1) : text).stream()
                .flatMap(block -> Section.readList(block, problems).stream())
                .toList();
        if (sections.size() > ENTRIES_MAX) {
            return refused(name, Fault.TOO_LARGE, sections.size() + " entries", "≤ " + ENTRIES_MAX);
        }
        if (sections.isEmpty() && problems.isEmpty()) {
            return refused(name, Fault.EMPTY_FILE, "", "a list, each item with id and numbers");
        }
        var ids = new HashSet<String>();
        var summaries = new ArrayList<PublishedSummary>();
        for (var section : sections) {
            if (!ids.add(section.text("id"))) {
                section.refuse("id", Fault.USED_TWICE, section.text("id"), "each id once");
            }
            summary(section).ifPresent(summaries::add);
        }
        return problems.isEmpty() ? new Reading.Read(summaries) : new Reading.Refused(problems.found());
    }

    /** The fenced YAML blocks of a page, each knowing how many lines stand before it; or the whole text. */
    private static List<SourceText> blocks(String name, String text) {
        var blocks = new ArrayList<SourceText>();
        var lines = text.lines().toList();
        var start = -1;
        var isYaml = false;
        for (var i = 0; i < lines.size(); i++) {
            var fence = FENCE.matcher(lines.get(i));
            if (!fence.matches()) {
                continue;
            }
            if (start < 0) {
                start = i + 1;
                isYaml = fence.group(1).matches("(?i)ya?ml");
            } else {
                if (isYaml) {
                    blocks.add(new SourceText(name, String.join("\n", lines.subList(start, i)), start));
                }
                start = -1;
            }
        }
        return blocks.isEmpty() ? List.of(new SourceText(name, text)) : blocks;
    }

    private Optional<PublishedSummary> summary(Section section) {
        var id = section.text("id");
        var year = section.has("year") ? section.optionalInteger("year") : yearIn(id);
        var regime = regime(section, year);
        if (regime.isEmpty()) {
            return Optional.empty();
        }
        var entry = new SummaryEntry(section, regime.get());
        var rules = rulebook.on(regime.get().date());
        return Optional.of(SummaryCheck.check(
                id, year.orElse(null), entry, regime.get(), rules, wrongYear(regime.get(), year.orElse(null))));
    }

    private static Optional<Integer> yearIn(String id) {
        var found = YEAR_IN_ID.matcher(id);
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }

    /** The regime the entry names, on the year's day where that lies within its life; otherwise on its first day. */
    private Optional<RegimeOn> regime(Section section, Optional<Integer> year) {
        var named = section.optionalText("regime");
        var day = year.flatMap(this::judgedOn);
        if (named.isEmpty()) {
            var byYear = day.flatMap(rulebook::findRegime);
            if (byYear.isEmpty()) {
                section.refuse("regime", Fault.MISSING, "", allowed());
            }
            return byYear;
        }
        var regime = rulebook.regimes().stream()
                .filter(one -> isNamed(one, named.get()))
                .findFirst();
        if (regime.isEmpty()) {
            section.refuse("regime", Fault.UNKNOWN_NAME, named.get(), allowed());
        }
        return regime.map(one -> new RegimeOn(
                one, day.filter(one.during()::contains).orElse(one.during().from())));
    }

    private static boolean isNamed(ReviewRegime regime, String name) {
        var instrument = regime.source().instrument();
        return regime.id().equalsIgnoreCase(name) || instrument.equals(name) || instrument.startsWith(name + " ");
    }

    private String allowed() {
        return rulebook.regimes().stream().map(ReviewRegime::id).collect(Collectors.joining(", "));
    }

    private Optional<LocalDate> judgedOn(int year) {
        return new ReviewYears(rulebook).findDay(year);
    }

    private List<Flag> wrongYear(RegimeOn regime, @Nullable Integer year) {
        return Optional.ofNullable(year)
                .flatMap(this::judgedOn)
                .flatMap(rulebook::findRegime)
                .filter(ofYear -> !ofYear.id().equals(regime.id()))
                .map(ofYear -> List.of(Flag.of(
                        Flag.Code.REGIME_OF_ANOTHER_YEAR,
                        "stated",
                        regime.id(),
                        "year",
                        String.valueOf(year),
                        "regime",
                        ofYear.id())))
                .orElse(List.of());
    }
}
