package vn.nentang.shell.web.authority;

import java.util.List;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Right;
import vn.nentang.access.Viewer;
import vn.nentang.rulebook.Label;
import vn.nentang.shell.web.Page;

/** Which post gives which right. */
public record AuthorityPage(AuthorityMatrix matrix, Viewer viewer) implements Page {

    /** Titles of the posts that give a right. */
    public List<Label> giving(Right right) {
        return matrix.giving(List.of(right)).stream()
                .map(AuthorityMatrix.Post::title)
                .toList();
    }

    public boolean everyone(Right right) {
        return matrix.everyone().contains(right);
    }

    public boolean technical(Right right) {
        return matrix.technical().contains(right);
    }

    @Override
    public String template() {
        return "authority/authority";
    }
}
