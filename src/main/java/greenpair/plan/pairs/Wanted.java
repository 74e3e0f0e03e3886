package greenpair.plan.pairs;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import java.util.List;

/// A need, as a pair of cities looks at it.
public record Wanted(EntryId need, Text name, List<Code> technologies) {
  public Wanted {
    technologies = List.copyOf(technologies);
  }
}
