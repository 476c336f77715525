package vn.nentang.statistics.census;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.OrganizationId;
import vn.nentang.review.years.OrganizationRows;

/** A whole picture with its words as bytes: organisations, pages, then the columns, each in the order of the tree. */
final class PackedPicture {

    private PackedPicture() {}

    static void write(Picture picture, Vocabulary words, Packed.Out out) throws IOException {
        words.writeTo(out);
        out.put(picture.entries());
        out.put(picture.tree().nodes().size());
        for (var node : picture.tree().nodes()) {
            write(node, out);
        }
        var present = IntStream.range(0, picture.pages().size())
                .filter(number -> picture.pages().get(number) != null)
                .boxed()
                .toList();
        var order = picture.tree().inOrder(present);
        var pages = order.stream()
                .map(number -> Objects.requireNonNull(picture.pages().get(number)))
                .toList();
        out.put(order.stream().mapToInt(Integer::intValue).toArray());
        for (var page : pages) {
            page.writeTo(out);
        }
        Columns.write(pages.stream().map(CellPage::standing).toList(), out);
        Columns.write(pages.stream().map(CellPage::aside).toList(), out);
        out.flush();
    }

    private static void write(Node node, Packed.Out out) throws IOException {
        out.put(node.id().value());
        out.put(node.links().size());
        for (var link : node.links()) {
            out.put(link.below());
            out.put(link.from());
            out.put(link.until());
            out.put(link.knownFrom());
            out.put(link.known());
            out.put(link.aside());
        }
        for (var levels : List.of(
                node.results().decided().standing(), node.results().decided().aside())) {
            out.put(levels.size());
            for (var level : levels) {
                out.put(level.value().year());
                out.put(level.value().code());
                out.put(level.from());
                out.put(level.until());
                out.put(level.knownFrom());
                out.put(level.known());
            }
        }
    }

    /**
     * Rows of years are reckoned anew, by the rules of today.
     *
     * @param ids where those of persons are laid
     */
    static Picture read(Packed.In in, Vocabulary words, OrganizationRows rules, Ids ids) throws IOException {
        words.readFrom(in);
        var entries = in.longNumber();
        var nodes = nodes(in, words, rules);
        var order = in.numbers();
        var parts = new ArrayList<Part>(order.length);
        for (int i = 0; i < order.length; i++) {
            parts.add(new Part(in.number(), in.number(), in.bytes(), ids.add(in.bytes())));
        }
        var block = new Block(
                new Columns(Block.sum(parts, Part::rows), order),
                Columns.of(Block.sum(parts, Part::rowsAside)),
                ByteBuffer.allocate(Block.sum(parts, one -> one.levels().length)),
                ids);
        block.standing().readFrom(in);
        block.aside().readFrom(in);
        return new Picture(
                entries,
                numbers(nodes),
                new Tree(nodes),
                pages(nodes.size(), order, parts, block),
                new Picture.Written(block.standing().size(), 0),
                ids);
    }

    /** A page out of a file, but for its rows. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(int rows, int rowsAside, byte[] levels, int idsAt) {}

    private static List<@Nullable CellPage> pages(int cells, int[] order, List<Part> parts, Block block) {
        var pages = new ArrayList<@Nullable CellPage>(Collections.nCopies(cells, null));
        int at = 0;
        int atAside = 0;
        for (int i = 0; i < order.length; i++) {
            var part = parts.get(i);
            var levelsAt = block.levelsPut(part.levels());
            pages.set(
                    order[i], new CellPage(block, at, part.rows(), atAside, part.rowsAside(), part.idsAt(), levelsAt));
            at += part.rows();
            atAside += part.rowsAside();
        }
        return Collections.unmodifiableList(pages);
    }

    private static Map<OrganizationId, Integer> numbers(List<Node> nodes) {
        return IntStream.range(0, nodes.size())
                .boxed()
                .collect(Collectors.toMap(
                        number -> nodes.get(number).id(), number -> number, (one, _) -> one, ConcurrentHashMap::new));
    }

    private static List<Node> nodes(Packed.In in, Vocabulary words, OrganizationRows rules) throws IOException {
        var nodes = new Node[in.number()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = node(in, words, rules);
        }
        return List.of(nodes);
    }

    private static Node node(Packed.In in, Vocabulary words, OrganizationRows rules) throws IOException {
        var id = new OrganizationId(in.id());
        var links = new Node.Link[in.number()];
        for (int i = 0; i < links.length; i++) {
            links[i] =
                    new Node.Link(in.number(), in.shortNumber(), in.shortNumber(), in.number(), in.number(), in.is());
        }
        var decided = new Beliefs<>(levels(in), levels(in));
        return new Node(id, List.of(links), Results.of(decided, words, rules));
    }

    private static List<Beliefs.Belief<YearLevel>> levels(Packed.In in) throws IOException {
        var levels = new ArrayList<Beliefs.Belief<YearLevel>>();
        for (int left = in.number(); left > 0; left--) {
            levels.add(new Beliefs.Belief<>(
                    new YearLevel(in.number(), in.number()),
                    in.shortNumber(),
                    in.shortNumber(),
                    in.number(),
                    in.number()));
        }
        return List.copyOf(levels);
    }
}
