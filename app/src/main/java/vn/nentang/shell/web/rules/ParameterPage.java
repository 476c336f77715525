package vn.nentang.shell.web.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nentang.kernel.Timeline;
import vn.nentang.rulebook.Parameter;
import vn.nentang.rulebook.Ruling;
import vn.nentang.shell.web.Page;

/**
 * One parameter through time, newest first.
 *
 * @param ruling what holds on the day; null before the first value and after the end
 */
public record ParameterPage(Parameter parameter, @Nullable Ruling ruling, List<Timeline.Span<Parameter.Value>> values)
        implements Page {

    public ParameterPage {
        values = List.copyOf(values);
    }

    @Override
    public String template() {
        return "rules/parameter";
    }
}
