package vn.nentang.rulebook.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nentang.kernel.Decision;
import vn.nentang.kernel.Refusal;
import vn.nentang.rulebook.Edition;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;
import vn.nentang.rulebook.source.RefusedSource;
import vn.nentang.rulebook.source.SourceText;

/**
 * The rules of this machine: those that came with the program, under the last signed package that was taken in. A running
 * server goes on with the rules it started on.
 */
public final class RuleUpdates {

    private static final int NUMBERS = 3;

    private final Installed installed;
    private final TrustedKeys keys;
    private final String program;

    private RuleUpdates(Path data, String program) {
        this.installed = Installed.below(data);
        this.keys = TrustedKeys.below(data);
        this.program = program;
    }

    /**
     * Those of a data folder.
     *
     * @param program the version of this program: packages made for a later one are refused
     */
    public static RuleUpdates in(Path data, String program) {
        return new RuleUpdates(data, program);
    }

    /** A key as it is trusted, or would be. */
    public record Key(String fingerprint) {}

    public List<Key> trusted() throws IOException {
        return keys.all().stream().map(key -> new Key(RuleKey.fingerprint(key))).toList();
    }

    /**
     * Trusts the key of a file from now on.
     *
     * @param fingerprint as the key's owner read it out; without it nothing is changed and the refusal names it
     */
    public Decision<Key> trust(Path file, Optional<String> fingerprint) throws IOException {
        var key = TrustedKeys.read(file);
        if (key.isEmpty()) {
            return refused("rule-key-unreadable", Map.of());
        }
        var own = RuleKey.fingerprint(key.get());
        if (fingerprint.isEmpty()) {
            return refused("rule-key-not-compared", Map.of("fingerprint", own));
        }
        if (!own.equals(fingerprint.get())) {
            return refused("rule-key-differs", Map.of("fingerprint", own));
        }
        keys.add(file, key.get());
        return Decision.record(new Key(own));
    }

    /** Trusts a key no more. Where the rules in force were signed by it, the next start stops. */
    public Decision<Key> distrust(String fingerprint) throws IOException {
        return keys.remove(fingerprint)
                ? Decision.record(new Key(fingerprint))
                : refused("rule-key-not-trusted", Map.of("fingerprint", fingerprint));
    }

    /**
     * Signs the files of a folder, after reading them whole over the rules of the program.
     *
     * @param privateKey the text of the key that signs
     */
    public Decision<byte[]> sign(Path folder, int edition, LocalDate madeOn, Label note, String privateKey)
            throws IOException {
        var files = RulePackages.files(folder);
        var digests = files.stream().collect(Collectors.toMap(SourceText::name, RulePackages::digest));
        var manifest = new Manifest(edition, madeOn, program, note, digests);
        try {
            var checked = Manifest.read(manifest.text().getBytes(StandardCharsets.UTF_8));
            var _ = Rulebook.overlaid(files, new Edition(checked.edition(), madeOn, note, "checking"));
        } catch (RefusedSource problems) {
            return refused("rule-package-rules", Map.of("problems", String.valueOf(problems.getMessage())));
        }
        return RulePackage.made(manifest, files, privateKey)
                .map(Decision::record)
                .orElseGet(() -> refused("rule-key-unreadable", Map.of()));
    }

    /** Takes a package in: all of it or nothing. */
    public Decision<Edition> install(Path file) throws IOException {
        var trusted = keys.all();
        if (trusted.isEmpty()) {
            return refused("rule-key-none", Map.of());
        }
        return switch (RulePackage.read(file, trusted)) {
            case RulePackage.Reading.Refused(var reasons) -> new Decision.Refused<>(reasons);
            case RulePackage.Reading.Read(var rules) -> install(Files.readAllBytes(file), rules, trusted);
        };
    }

    private Decision<Edition> install(byte[] bytes, RulePackage rules, List<PublicKey> trusted) throws IOException {
        var state = installed.state();
        var against = against(rules, state);
        if (!against.isEmpty()) {
            return new Decision.Refused<>(against);
        }
        var edition = rules.edition();
        installed.keep(edition.number(), bytes);
        // What lies on the disk now is what was read: the file given could have been exchanged in between.
        if (!(RulePackage.read(installed.file(edition.number()), trusted) instanceof RulePackage.Reading.Read)) {
            return refused("rule-package-unreadable", Map.of());
        }
        installed.stand(state.with(edition.number()));
        return Decision.record(edition);
    }

    private List<Refusal> against(RulePackage rules, Installed.State state) {
        var refusals = new ArrayList<Refusal>();
        var number = rules.edition().number();
        var highest = Math.max(state.highest(), Rulebook.shipped().number());
        if (number <= highest) {
            refusals.add(Refusal.of("rule-package-older", Map.of("edition", "" + number, "installed", "" + highest)));
        }
        if (isLater(rules.program(), program)) {
            refusals.add(Refusal.of("rule-package-program", Map.of("needed", rules.program(), "program", program)));
        }
        if (refusals.isEmpty()) {
            refusals.addAll(rulesRefused(rules));
        }
        return refusals;
    }

    private static List<Refusal> rulesRefused(RulePackage rules) {
        try {
            var _ = Rulebook.overlaid(rules.files(), rules.edition());
            return List.of();
        } catch (RefusedSource problems) {
            return List.of(Refusal.of("rule-package-rules", Map.of("problems", String.valueOf(problems.getMessage()))));
        }
    }

    private static boolean isLater(String one, String other) {
        var left = numbers(one);
        var right = numbers(other);
        return Arrays.compare(left, right) > 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.replaceAll("[^0-9.].*", "").split("\\.", NUMBERS))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** Goes back to what was in force before the last package; its number is not used again. */
    public Decision<Edition> takeBack() throws IOException {
        var state = installed.state();
        if (state.standing().isEmpty()) {
            return refused("rule-package-none", Map.of());
        }
        installed.stand(state.withoutLast());
        return Decision.record(inForce().edition());
    }

    /** What stands, oldest first: the rules that came with the program, then the packages. */
    public List<Edition> standing() throws IOException {
        var all = new ArrayList<Edition>();
        all.add(Rulebook.shipped());
        for (var number : installed.state().standing()) {
            all.add(verified(number).edition());
        }
        return all;
    }

    /**
     * The rules in force, the signature of their package verified anew. A package the program has grown past is passed
     * over: the program holds its rules already.
     *
     * @throws RulesUnusable when the package is not what was signed; the program must not start then
     */
    public Rulebook inForce() {
        try {
            var standing = installed.state().standing();
            if (standing.isEmpty() || standing.getLast() <= Rulebook.shipped().number()) {
                return Rulebook.load();
            }
            var rules = verified(standing.getLast());
            return Rulebook.overlaid(rules.files(), rules.edition());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RulePackage verified(int number) throws IOException {
        var file = installed.file(number);
        if (!Files.exists(file)) {
            throw unusable(file, "rule-package-unreadable");
        }
        return switch (RulePackage.read(file, keys.all())) {
            case RulePackage.Reading.Read(var rules) when rules.edition().number() == number -> rules;
            case RulePackage.Reading.Read _ -> throw unusable(file, "rule-package-older");
            case RulePackage.Reading.Refused(var reasons) -> throw unusable(file, Refusal.describe(reasons));
        };
    }

    private static RulesUnusable unusable(Path file, String codes) {
        return new RulesUnusable(
                ("Bộ quy định trong tệp %s không còn đúng như đã ký (%s); chương trình không chạy trên quy định bị sửa. "
                                + "Hãy nhận lại tệp gốc, hoặc bỏ bộ này bằng lệnh rule revert.")
                        .formatted(file, codes),
                ("The rules in the file %s are not what was signed (%s); the program does not run on altered rules. "
                                + "Bring the file back, or take the package back with rule revert.")
                        .formatted(file, codes));
    }

    private static <T> Decision<T> refused(String code, Map<String, String> facts) {
        return new Decision.Refused<>(List.of(Refusal.of(code, facts)));
    }
}
