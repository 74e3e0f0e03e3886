package greenpair.match;

import greenpair.Records;
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
  private Traits.OfSolution made;

  SolutionMaker(String id, List<Code> technologies) {
    this.id = new EntryId(id);
    this.made =
        Records.make(Traits.OfSolution.class, "technologies", technologies, "verified", true);
  }

  private SolutionMaker with(String part, @Nullable Object value) {
    made = Records.with(made, part, value);
    return this;
  }

  SolutionMaker readiness(@Nullable Integer readiness) {
    return with("readiness", readiness);
  }

  SolutionMaker suits(SiteCondition... conditions) {
    return with("suits", List.of(conditions));
  }

  SolutionMaker avoid(SiteCondition... conditions) {
    return with("avoid", List.of(conditions));
  }

  public Candidate make() {
    return new Candidate(id, made, List.of(), 0, 0);
  }
}
