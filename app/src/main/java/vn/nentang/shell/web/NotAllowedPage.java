package vn.nentang.shell.web;

import java.util.List;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Right;
import vn.nentang.rulebook.Label;

/**
 * Who may do what was refused.
 *
 * @param rights what would have been needed, any one of them
 * @param posts that give one of them
 * @param technical whether the technical account holds one
 */
public record NotAllowedPage(List<Label> rights, List<Label> posts, boolean technical) implements Page {

    public NotAllowedPage {
        rights = List.copyOf(rights);
        posts = List.copyOf(posts);
    }

    static NotAllowedPage of(List<Right> needed, AuthorityMatrix matrix) {
        return new NotAllowedPage(
                needed.stream()
                        .flatMap(right -> matrix.row(right).stream())
                        .map(AuthorityMatrix.Row::title)
                        .toList(),
                matrix.giving(needed).stream().map(AuthorityMatrix.Post::title).toList(),
                needed.stream().anyMatch(matrix.technical()::contains));
    }

    @Override
    public String template() {
        return "authority/refused";
    }
}
