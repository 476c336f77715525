package vn.nentang.shell.web.act;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Citation;
import vn.nentang.kernel.Refusal;
import vn.nentang.membership.Act;
import vn.nentang.membership.Proposals.Proposal;
import vn.nentang.rulebook.Label;
import vn.nentang.shell.web.Page;

/**
 * One proposal, and the form of the decision for those who may decide it.
 *
 * @param by who proposed
 * @param sentences what is proposed
 * @param asked the act with the day and the paper of the proposal
 * @param decides whether the reader may decide; who proposed never may
 * @param posts that may
 * @param source where it stands that two are needed; null where the matrix says so no more
 */
public record ProposalPage(
        Proposal proposal,
        FormPage form,
        List<Refusal> refusals,
        String cell,
        String by,
        List<String> sentences,
        Act asked,
        boolean decides,
        List<Label> posts,
        @Nullable Citation source)
        implements Page {

    public ProposalPage {
        refusals = List.copyOf(refusals);
        sentences = List.copyOf(sentences);
        posts = List.copyOf(posts);
    }

    @Override
    public String template() {
        return "act/proposal";
    }
}
