package greenpair.plan.pairs;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Text;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A proven deployment that a city could show.
public record ProvenProject(
    EntryId deployment, Text name, List<Code> technologies, Grade grade, Set<EntryId> partners) {
  public ProvenProject {
    technologies = List.copyOf(technologies);
    partners = java.util.Collections.unmodifiableSet(new TreeSet<>(partners));
  }
}
