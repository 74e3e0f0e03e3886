package greenpair.plan.pairs;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import java.util.List;

/// A need, as seen by a pair of cities.
public record CityNeed(EntryId need, Text name, List<Code> technologies) {
  public CityNeed {
    technologies = List.copyOf(technologies);
  }
}
