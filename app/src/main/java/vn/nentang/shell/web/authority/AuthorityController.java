package vn.nentang.shell.web.authority;

import org.springframework.web.bind.annotation.GetMapping;
import vn.nentang.access.AuthorityMatrix;
import vn.nentang.access.Viewer;
import vn.nentang.shell.web.Reply;
import vn.nentang.shell.web.WebFace;

/** The matrix as it is in force, with what the reader's own posts allow. */
@WebFace
final class AuthorityController {

    private final AuthorityMatrix matrix;

    AuthorityController(AuthorityMatrix matrix) {
        this.matrix = matrix;
    }

    @GetMapping("/authority")
    Reply show(Viewer viewer) {
        return Reply.show(new AuthorityPage(matrix, viewer));
    }
}
