package vn.nentang.review.published;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.nentang.review.published.PublishedSummary.CapFigures;
import vn.nentang.review.published.PublishedSummary.Share;
import vn.nentang.rulebook.source.SourceProblem;

/** Published results as plain maps and lists for JSON; field names are published and only grow. */
public final class SummaryJson {

    private SummaryJson() {}

    public static Map<String, Object> of(PublishedSummaries.Reading reading) {
        var json = new LinkedHashMap<String, Object>();
        switch (reading) {
            case PublishedSummaries.Reading.Read(var summaries) -> {
                json.put("outcome", "read");
                json.put(
                        "summaries",
                        summaries.stream().map(SummaryJson::summary).toList());
            }
            case PublishedSummaries.Reading.Refused(var problems) -> {
                json.put("outcome", "refused");
                json.put("problems", problems.stream().map(SummaryJson::problem).toList());
            }
        }
        return json;
    }

    private static Map<String, Object> summary(PublishedSummary summary) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", summary.id());
        json.put("regime", summary.regime());
        json.put("about", summary.about());
        putKnown(json, "year", summary.year());
        putKnown(json, "total", summary.total());
        putKnown(json, "assessed", summary.assessed());
        json.put("assessedFrom", summary.basis().code());
        json.put("notAssessed", summary.notAssessed());
        json.put("counts", summary.counts());
        var shares = new LinkedHashMap<String, Object>();
        summary.shares().forEach((level, share) -> shares.put(level, share(share)));
        json.put("shares", shares);
        putKnown(json, "pct", summary.percents().isEmpty() ? null : summary.percents());
        json.put("cap", summary.cap() == null ? null : cap(summary.cap()));
        json.put("addsUp", summary.addsUp());
        json.put("flags", summary.flags().stream().map(SummaryJson::flag).toList());
        return json;
    }

    private static Map<String, Object> share(Share share) {
        var json = new LinkedHashMap<String, Object>();
        json.put("numerator", share.numerator());
        json.put("denominator", share.denominator());
        json.put("fraction", share.lowestTerms());
        json.put("percent", share.percent());
        return json;
    }

    private static Map<String, Object> cap(CapFigures cap) {
        var json = new LinkedHashMap<String, Object>();
        json.put("top", cap.topCode());
        json.put("base", cap.baseCode());
        json.put(cap.topCode(), cap.top());
        json.put(cap.baseCode(), cap.base());
        json.put("ratio", cap.ofBase());
        json.put("ratioOfBoth", cap.ofBoth());
        json.put("limit", cap.limit().number());
        json.put("exceeded", cap.exceeded());
        json.put("exceededOfBoth", cap.exceededOfBoth());
        cap.findRaised().ifPresent(raised -> {
            json.put("raisedLimit", raised.number());
            json.put("exceededAtRaisedLimit", cap.exceedsAt(raised.number()));
        });
        json.put("fromPercents", cap.fromPercents());
        putKnown(json, "allowed", cap.allowed());
        json.put("instrument", cap.limit().source().instrument());
        json.put("article", cap.limit().source().article());
        json.put("mark", cap.limit().source().mark().code());
        return json;
    }

    private static Map<String, Object> flag(Flag flag) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", flag.code().code());
        json.put("severity", flag.code().isWarning() ? "warning" : "info");
        json.put("facts", flag.facts());
        json.put("vi", flag.sentence().vi());
        json.put("en", flag.sentence().en());
        return json;
    }

    private static Map<String, Object> problem(SourceProblem problem) {
        var json = new LinkedHashMap<String, Object>();
        json.put("line", problem.line());
        json.put("key", problem.key());
        json.put("code", problem.fault().code());
        json.put("given", problem.given());
        json.put("allowed", problem.allowed());
        json.put("vi", problem.vietnamese());
        json.put("en", problem.english());
        return json;
    }

    private static void putKnown(Map<String, Object> json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
