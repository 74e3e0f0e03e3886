package greenpair.match;

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
  private final List<Code> technologies;
  private Partner.@Nullable Status status;
  private @Nullable Market market;
  private @Nullable Code type;
  private List<Code> instruments = List.of();
  private List<String> borrowers = List.of();
  private List<String> memberships = List.of();
  private @Nullable Money ticket;
  private List<Money> deals = List.of();
  private final List<Precedent> cases = new ArrayList<>();

  FinancierMaker(String id, List<Code> technologies) {
    this.id = new EntryId(id);
    this.technologies = technologies;
  }

  public FinancierMaker status(Partner.@Nullable Status status) {
    this.status = status;
    return this;
  }

  public FinancierMaker market(@Nullable Market market) {
    this.market = market;
    return this;
  }

  public FinancierMaker type(@Nullable String type) {
    this.type = type == null ? null : new Code(type);
    return this;
  }

  public FinancierMaker instruments(String... instruments) {
    this.instruments = Given.codes(instruments);
    return this;
  }

  public FinancierMaker borrowers(String... borrowers) {
    this.borrowers = List.of(borrowers);
    return this;
  }

  public FinancierMaker memberships(String... memberships) {
    this.memberships = List.of(memberships);
    return this;
  }

  public FinancierMaker ticket(@Nullable Money ticket) {
    this.ticket = ticket;
    return this;
  }

  FinancierMaker deals(Money... deals) {
    this.deals = List.of(deals);
    return this;
  }

  public FinancierMaker did(Precedent... precedents) {
    cases.addAll(List.of(precedents));
    return this;
  }

  Traits.OfFinancier traits() {
    return new Traits.OfFinancier(
        technologies,
        true,
        new Traits.Organisation(status, null, true, market, null, null, null, null),
        type,
        instruments,
        borrowers,
        memberships,
        new DealSizes(ticket, deals, false));
  }

  public Candidate make() {
    return new Candidate(id, traits(), List.copyOf(cases), 0, 0);
  }
}
