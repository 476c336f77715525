package vn.nentang.shell.web.rules;

import java.util.List;
import vn.nentang.rulebook.Instrument;
import vn.nentang.rulebook.Parameter;
import vn.nentang.shell.web.Page;

/** One paper that makes rules: what it replaced, what replaced it, and which rules of this program rest on it. */
public record InstrumentPage(
        Instrument instrument, List<Instrument> replaced, List<Instrument> replacedBy, List<Parameter> parameters)
        implements Page {

    public InstrumentPage {
        replaced = List.copyOf(replaced);
        replacedBy = List.copyOf(replacedBy);
        parameters = List.copyOf(parameters);
    }

    @Override
    public String template() {
        return "rules/instrument";
    }
}
