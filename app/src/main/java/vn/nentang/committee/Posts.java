package vn.nentang.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nentang.rulebook.CodeList;
import vn.nentang.rulebook.Label;
import vn.nentang.rulebook.Rulebook;

/** What a person can hold, by the list {@code post}: which posts end with the term, which seats they fill, their names. */
public final class Posts {

    static final String LIST = "post";

    static final String SECRETARY = "secretary";
    static final String INSPECTION_HEAD = "inspection-head";

    private final CodeList posts;
    private final Rulebook rulebook;

    public Posts(Rulebook rulebook) {
        this.posts = rulebook.codeList(LIST);
        this.rulebook = rulebook;
    }

    /** Elective posts end when the next term opens; the others when somebody ends them. */
    Set<String> elective() {
        return withFact("elective");
    }

    /** Posts that one person holds at a time. */
    Set<String> single() {
        return withFact("single");
    }

    private Set<String> withFact(String fact) {
        return posts.codes().stream()
                .filter(post -> "true".equals(post.with().get(fact)))
                .map(CodeList.Code::code)
                .collect(Collectors.toSet());
    }

    /** The posts whose holders fill the seats of a body. */
    Set<String> filling(Body body) {
        return posts.codes().stream()
                .filter(post -> List.of(post.with().getOrDefault("counts", "").split(" "))
                        .contains(body.word()))
                .map(CodeList.Code::code)
                .collect(Collectors.toSet());
    }

    /** Whether the posts of organisations of a type are those of a cell. */
    public boolean isOfCell(String type, LocalDate on) {
        return new OrganizationKinds(rulebook, on).isCell(type);
    }

    /** How many persons hold a seat of a body. */
    public long filled(Committee committee, Body body) {
        return committee.filled(filling(body));
    }

    /** The place of a post in the list: the order in which a committee is written down. */
    public int rank(String post) {
        return posts.codes().stream().map(CodeList.Code::code).toList().indexOf(post);
    }

    /** The name of a post in an organisation of a type: a cell's committee member is a chi ủy viên. */
    public Label name(String post, String type, LocalDate on) {
        return find(posts, post, on).map(code -> inType(code, type, on)).orElseGet(() -> new Label(post, post));
    }

    /** The name of what is elected in an organisation of a type. */
    public Label elected(String body, String type, LocalDate on) {
        return find(rulebook.codeList("election-body"), body, on)
                .map(code -> inType(code, type, on))
                .orElseGet(() -> new Label(body, body));
    }

    private static Optional<CodeList.Code> find(CodeList list, String code, LocalDate on) {
        return list.find(code, on)
                .or(() ->
                        list.codes().stream().filter(c -> c.code().equals(code)).findFirst());
    }

    private Label inType(CodeList.Code code, String type, LocalDate on) {
        var types = new OrganizationKinds(rulebook, on);
        var group = types.isCell(type) ? "cell" : type.equals("commune") ? "commune" : "grassroots";
        var fits = !group.equals("grassroots") || types.isGrassroots(type);
        var vietnamese = fits ? code.with().get(group + "Vi") : null;
        var english = fits ? code.with().get(group + "En") : null;
        return vietnamese == null || english == null ? code.label() : new Label(vietnamese, english);
    }
}
