package vn.nentang.lived;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.kernel.PersonId;

/** A made-up branch of organisations: one above, grassroots bodies, some with bodies of sections, and cells with members. */
record Branch(Node top, List<Node> bodies, List<Node> sections, List<Cell> cells) {

    static final int YEAR = 2026;

    /** The tenth member of every cell is exempt from work and activity. */
    static final int EXEMPT = 9;

    record Node(
            OrganizationId id,
            String type,
            String code,
            @Nullable OrganizationId above) {

        String name() {
            return switch (type) {
                case "cell" -> "Chi bộ " + code;
                case "section-body" -> "Đảng bộ bộ phận " + code;
                default -> "Đảng bộ " + code;
            };
        }

        /** The account of whoever works for it. */
        String login() {
            return "nguoi" + code.replace(".", "-");
        }
    }

    record Cell(Node node, Node body, @Nullable Node section, List<PersonId> members) {

        boolean isExempt(PersonId person) {
            return members.size() > EXEMPT && members.get(EXEMPT).equals(person);
        }

        /** Full members whom votes are counted against. */
        int base() {
            return members.size() - (members.size() > EXEMPT ? 1 : 0);
        }
    }

    /**
     * How large.
     *
     * @param bodies grassroots bodies; the first is three times as large as the others
     * @param sections as many bodies of sections, each below another grassroots body
     */
    record Size(int bodies, int sections, int cells, int members) {

        /** 60 organisations, 260 cells, 4,000 members. */
        static final Size WHOLE = new Size(44, 15, 260, 4_000);

        static final Size SMALL = new Size(1, 1, 3, 18);
    }

    static Branch of(Size size) {
        var top = node("T", "military-province", null);
        var bodies = new ArrayList<Node>();
        for (int i = 1; i <= size.bodies(); i++) {
            bodies.add(node("%02d".formatted(i), "grassroots-body", top.id()));
        }
        var sections = new ArrayList<Node>();
        for (int i = 0; i < size.sections(); i++) {
            var body = bodies.get(bodies.size() - 1 - i);
            sections.add(node(body.code() + ".BP", "section-body", body.id()));
        }
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < size.cells(); i++) {
            cells.add(cell(i, size, bodies, sections));
        }
        return new Branch(top, bodies, sections, cells);
    }

    private static Cell cell(int number, Size size, List<Node> bodies, List<Node> sections) {
        var body = bodies.get(Math.max(0, number % (bodies.size() + 2) - 2));
        var section = number / bodies.size() % 2 == 0
                ? sections.stream()
                        .filter(one -> body.id().equals(one.above()))
                        .findFirst()
                        .orElse(null)
                : null;
        var node = node("%s.C%03d".formatted(body.code(), number), "cell", section == null ? body.id() : section.id());
        var least = size.members() / size.cells();
        var members = new ArrayList<PersonId>();
        for (int i = 0; i < least + (number < size.members() % size.cells() ? 1 : 0); i++) {
            members.add(new PersonId(id(node.code() + "/" + i)));
        }
        return new Cell(node, body, section, members);
    }

    private static Node node(String code, String type, @Nullable OrganizationId above) {
        return new Node(new OrganizationId(id(code)), type, code, above);
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(("lived " + code).getBytes(StandardCharsets.UTF_8));
    }

    /** Above before below. */
    List<Node> nodes() {
        return Stream.of(
                        Stream.of(top),
                        bodies.stream(),
                        sections.stream(),
                        cells.stream().map(Cell::node))
                .flatMap(Function.identity())
                .toList();
    }

    Stream<Cell> cellsOf(Node body) {
        return cells.stream().filter(cell -> cell.body().equals(body));
    }
}
