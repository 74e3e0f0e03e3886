package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.Traits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds solutions; by default without data.
public final class SolutionMaker {
  private final EntryId id;
  private final List<Code> technologies;
  private @Nullable Integer readiness;
  private List<SiteCondition> suits = List.of();
  private List<SiteCondition> avoid = List.of();

  SolutionMaker(String id, List<Code> technologies) {
    this.id = new EntryId(id);
    this.technologies = technologies;
  }

  SolutionMaker readiness(@Nullable Integer readiness) {
    this.readiness = readiness;
    return this;
  }

  SolutionMaker suits(SiteCondition... conditions) {
    this.suits = List.of(conditions);
    return this;
  }

  SolutionMaker avoid(SiteCondition... conditions) {
    this.avoid = List.of(conditions);
    return this;
  }

  public Candidate make() {
    Traits traits = new Traits.OfSolution(technologies, true, readiness, suits, avoid, null);
    return new Candidate(id, traits, List.of(), 0, 0);
  }
}
