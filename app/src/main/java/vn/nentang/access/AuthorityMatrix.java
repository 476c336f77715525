package vn.nentang.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Mark;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.source.CitationReader;
import vn.nentang.rulebook.source.Fault;
import vn.nentang.rulebook.source.Problems;
import vn.nentang.rulebook.source.Section;
import vn.nentang.rulebook.source.SourceText;

/**
 * Which post gives which right, and which right each route and each command needs. Data: {@code access/authority.yaml},
 * read once and refused whole with every problem in it.
 *
 * @param open routes for whoever comes, before signing in
 * @param keeper commands for whoever keeps the machine and holds the data folder, and for no account
 * @param everyone what every account of a person may do, whatever its posts
 * @param technical what the account that belongs to nobody may do
 * @param twoPerson acts never recorded by one account alone
 * @param secondFactor rights whose holders are asked to sign in with two steps
 */
public record AuthorityMatrix(
        List<String> open,
        List<String> keeper,
        List<Row> rights,
        List<Post> posts,
        Set<Right> everyone,
        Set<Right> technical,
        List<TwoPerson> twoPerson,
        Set<Right> secondFactor) {

    private static final String FILE = "/access/authority.yaml";
    private static final Map<String, Place> PLACES =
            Map.of("cell", Place.CELL, "above", Place.ABOVE, "both", Place.BOTH);

    public AuthorityMatrix {
        open = List.copyOf(open);
        keeper = List.copyOf(keeper);
        rights = List.copyOf(rights);
        posts = List.copyOf(posts);
        everyone = Set.copyOf(everyone);
        technical = Set.copyOf(technical);
        twoPerson = List.copyOf(twoPerson);
        secondFactor = Set.copyOf(secondFactor);
    }

    /**
     * An act that one proposes and another decides.
     *
     * @param act code of its form
     * @param source where it stands that a proposal and a decision are two things
     */
    public record TwoPerson(String act, Citation source) {}

    /** Where a post is held. */
    public enum Place {
        /** In an organisation that keeps a roll of members. */
        CELL,
        /** In any other. */
        ABOVE,
        BOTH;

        boolean includes(boolean keepsRoll) {
            return this == BOTH || (this == CELL) == keepsRoll;
        }
    }

    /**
     * A right and where it is needed.
     *
     * @param secret the group of fields it opens; null for most
     * @param routes as {@code GET /members/{id}}
     * @param commands as {@code org tree}
     */
    public record Row(
            Right right, Label title, Label note, @Nullable String secret, List<String> routes, List<String> commands) {
        public Row {
            routes = List.copyOf(routes);
            commands = List.copyOf(commands);
        }
    }

    /** A post held in a kind of place, and the rights it gives over the organisation and all below it. */
    public record Post(String code, Place place, Label title, Set<Right> may) {
        public Post {
            may = Set.copyOf(may);
        }
    }

    /** The matrix this program ships. */
    public static AuthorityMatrix load() {
        try (var stream = AuthorityMatrix.class.getResourceAsStream(FILE)) {
            var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return read(new SourceText("access/authority.yaml", text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a matrix.
     *
     * @throws vn.nentang.rulebook.source.RefusedSource with every problem, when it is not accepted
     */
    public static AuthorityMatrix read(SourceText source) {
        var problems = new Problems();
        var matrix = Section.read(source, problems).map(AuthorityMatrix::of);
        problems.throwIfPresent();
        return matrix.orElseThrow();
    }

    private static AuthorityMatrix of(Section section) {
        section.integer("version");
        var rows = section.sections("rights").stream().map(AuthorityMatrix::row).toList();
        var posts =
                section.sections("posts").stream().map(AuthorityMatrix::post).toList();
        var matrix = new AuthorityMatrix(
                section.texts("open"),
                section.texts("keeper"),
                rows,
                posts,
                rights(section, "everyone"),
                rights(section, "technical"),
                section.sections("two-person").stream()
                        .map(AuthorityMatrix::twoPerson)
                        .toList(),
                rights(section, "second-factor"));
        refuseRepeated(section, rows, posts);
        section.finish();
        return matrix;
    }

    private static Row row(Section section) {
        var row = new Row(
                right(section, "right", section.text("right")).orElse(Right.MACHINE),
                Label.below(section, "title"),
                Label.below(section, "note"),
                section.optionalText("secret").orElse(null),
                section.texts("routes"),
                section.texts("commands"));
        section.finish();
        return row;
    }

    private static TwoPerson twoPerson(Section section) {
        var source = new Citation(
                section.text("source"), section.textOr("article", ""), CitationReader.mark(section, Mark.DRAFT));
        var act = new TwoPerson(section.text("act"), source);
        section.finish();
        return act;
    }

    private static Post post(Section section) {
        var post = new Post(
                section.text("post"),
                section.oneOf("at", PLACES).orElse(Place.BOTH),
                Label.below(section, "title"),
                rights(section, "may"));
        section.finish();
        return post;
    }

    private static Set<Right> rights(Section section, String key) {
        var rights = EnumSet.noneOf(Right.class);
        section.texts(key).forEach(code -> right(section, key, code).ifPresent(rights::add));
        return rights;
    }

    private static Optional<Right> right(Section section, String key, String code) {
        var right = Right.find(code);
        if (right.isEmpty()) {
            section.refuse(key, Fault.NOT_AN_ALLOWED_WORD, code, "a right of this program");
        }
        return right;
    }

    private static void refuseRepeated(Section section, List<Row> rows, List<Post> posts) {
        var seen = new HashSet<Object>();
        for (var row : rows) {
            if (!seen.add(row.right())) {
                section.refuse("rights", Fault.KEY_TWICE, row.right().code(), "each right once");
            }
        }
        for (var post : posts) {
            if (!seen.add(List.of(post.code(), post.place()))) {
                section.refuse("posts", Fault.KEY_TWICE, post.code(), "each post once for each place");
            }
        }
    }

    /** What a post gives; nothing for a post the matrix does not name. */
    public Optional<Post> find(String post, boolean keepsRoll) {
        return posts.stream()
                .filter(p -> p.code().equals(post) && p.place().includes(keepsRoll))
                .findFirst();
    }

    /** Whether an act has to be proposed by one account and decided by another. */
    public Optional<TwoPerson> needsTwo(String act) {
        return twoPerson.stream().filter(two -> two.act().equals(act)).findFirst();
    }

    /** Whether a route answers whoever comes. */
    public boolean isOpen(String method, String pattern) {
        return open.contains(method + " " + pattern) || open.contains("ANY " + pattern);
    }

    /** The rights of which one is needed, in the order of the matrix; empty for a route that is not in it. */
    public List<Right> forRoute(String method, String pattern) {
        return needed(Row::routes, method + " " + pattern);
    }

    /** The right a command needs; empty for a command that is not in the matrix. */
    public List<Right> forCommand(String name) {
        return needed(Row::commands, name);
    }

    private List<Right> needed(Function<Row, List<String>> where, String name) {
        return rights.stream()
                .filter(row -> where.apply(row).contains(name))
                .map(Row::right)
                .toList();
    }

    /** The posts that give one of some rights, in the order of the matrix. */
    public List<Post> giving(List<Right> any) {
        return posts.stream()
                .filter(post -> any.stream().anyMatch(post.may()::contains))
                .toList();
    }

    public Optional<Row> row(Right right) {
        return rights.stream().filter(row -> row.right() == right).findFirst();
    }

    /** The right that opens a group of secret fields. */
    public Optional<Right> opening(String secret) {
        return rights.stream()
                .filter(row -> secret.equals(row.secret()))
                .map(Row::right)
                .findFirst();
    }

    /** Every right to each place it holds over; rights that need no place have none. */
    Map<Right, List<HeldPost>> over(List<Held> held, boolean technicalAccount) {
        var over = new LinkedHashMap<Right, List<HeldPost>>();
        (technicalAccount ? technical : everyone).forEach(right -> over.put(right, new ArrayList<>()));
        for (var one : held) {
            one.post()
                    .may()
                    .forEach(right ->
                            over.computeIfAbsent(right, _ -> new ArrayList<>()).add(one.held()));
        }
        return over;
    }

    /** A post somebody holds, and what it gives. */
    record Held(HeldPost held, Post post) {}
}
