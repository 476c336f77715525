package vn.nentang.demo.chance;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nentang.kernel.Paper;

/** Numbers papers as an office does: from 1 each year, by issuer and kind, in the order of their days. */
public final class PaperBook {

    private static final Comparator<PaperOrder> ORDER =
            Comparator.comparing(PaperOrder::date).thenComparing(PaperOrder::about);

    private final Map<PaperOrder, Paper> papers = new HashMap<>();

    public PaperBook(Collection<PaperOrder> orders) {
        var last = new HashMap<List<Object>, Integer>();
        orders.stream().distinct().sorted(ORDER).forEach(order -> {
            var series =
                    List.<Object>of(order.issuer(), order.kind(), order.date().getYear());
            var number = last.merge(series, 1, Integer::sum);
            papers.put(order, new Paper(number + "-" + order.kind(), order.date(), order.issuer(), order.signer()));
        });
    }

    public Paper of(PaperOrder order) {
        return Objects.requireNonNull(papers.get(order));
    }
}
