package greenpair.match;

import greenpair.Records;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Partner;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Money;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds financiers; by default without data.
public final class FinancierMaker {
  private final EntryId id;
  private Traits.OfFinancier made;
  private final List<Precedent> cases = new ArrayList<>();

  FinancierMaker(String id, List<Code> technologies) {
    this.id = new EntryId(id);
    this.made =
        Records.make(
            Traits.OfFinancier.class,
            "technologies",
            technologies,
            "verified",
            true,
            "organisation",
            Records.make(Traits.Organisation.class, "statusVerified", true));
  }

  private FinancierMaker with(String part, @Nullable Object value) {
    made = Records.with(made, part, value);
    return this;
  }

  public FinancierMaker status(Partner.@Nullable Status status) {
    return with("organisation", Records.with(made.organisation(), "status", status));
  }

  public FinancierMaker market(@Nullable Market market) {
    return with("organisation", Records.with(made.organisation(), "market", market));
  }

  public FinancierMaker type(@Nullable String type) {
    return with("type", type == null ? null : new Code(type));
  }

  public FinancierMaker instruments(String... instruments) {
    return with("instruments", Given.codes(instruments));
  }

  public FinancierMaker borrowers(String... borrowers) {
    return with("borrowers", List.of(borrowers));
  }

  public FinancierMaker memberships(String... memberships) {
    return with("memberships", List.of(memberships));
  }

  public FinancierMaker ticket(@Nullable Money ticket) {
    return with("sizes", new DealSizes(ticket, made.sizes().observed(), false));
  }

  FinancierMaker deals(Money... deals) {
    return with("sizes", new DealSizes(made.sizes().stated(), List.of(deals), false));
  }

  public FinancierMaker did(Precedent... precedents) {
    cases.addAll(List.of(precedents));
    return this;
  }

  Traits.OfFinancier traits() {
    return made;
  }

  public Candidate make() {
    return new Candidate(id, made, List.copyOf(cases), 0, 0);
  }
}
