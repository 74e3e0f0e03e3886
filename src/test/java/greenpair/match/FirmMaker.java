package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Preferences;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Place;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.StatedPreferences;
import greenpair.index.contract.Traits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds firms; by default a vendor without further data.
public final class FirmMaker {
  private final EntryId id;
  private final List<Code> technologies;
  private Partner.@Nullable Status status;
  private @Nullable PartialDate seen;
  private boolean statusVerified = true;
  private @Nullable Market market;
  private @Nullable String country;
  private @Nullable String region;
  private @Nullable Place place;
  private @Nullable StatedPreferences preferences;
  private Firm.@Nullable Role role = Firm.Role.VENDOR;
  private List<Deployment.Role> roles = List.of(Deployment.Role.MAKER);
  private @Nullable String group;
  private final List<Precedent> cases = new ArrayList<>();
  private double name;
  private double text;
  private boolean verified = true;

  FirmMaker(String id, List<Code> technologies) {
    this.id = new EntryId(id);
    this.technologies = technologies;
  }

  public FirmMaker status(Partner.@Nullable Status status) {
    this.status = status;
    return this;
  }

  /// When a dated source last showed it at work.
  public FirmMaker seen(String date) {
    this.seen = PartialDate.of(date);
    return this;
  }

  /// An entry that nobody compared with a source.
  public FirmMaker unverified() {
    verified = false;
    return this;
  }

  public FirmMaker statusVerified(boolean verified) {
    this.statusVerified = verified;
    return this;
  }

  public FirmMaker market(@Nullable Market market) {
    this.market = market;
    return this;
  }

  public FirmMaker seat(@Nullable String country, @Nullable String region) {
    this.country = country;
    this.region = region;
    return this;
  }

  public FirmMaker place(@Nullable Place place) {
    this.place = place;
    return this;
  }

  public FirmMaker role(Firm.@Nullable Role role) {
    this.role = role;
    return this;
  }

  /// What it usually does in projects; by default it makes products.
  public FirmMaker roles(Deployment.Role... roles) {
    this.roles = List.of(roles);
    return this;
  }

  /// What it has stated that it wants, open to everyone.
  public FirmMaker wants(Preferences wanted) {
    this.preferences = new StatedPreferences(wanted, false);
    return this;
  }

  /// What it has stated that it wants, which some users may not see.
  public FirmMaker wantsInConfidence(Preferences wanted) {
    this.preferences = new StatedPreferences(wanted, true);
    return this;
  }

  public FirmMaker group(String group) {
    this.group = group;
    return this;
  }

  public FirmMaker did(Precedent... precedents) {
    cases.addAll(List.of(precedents));
    return this;
  }

  public FirmMaker words(double name, double text) {
    this.name = name;
    this.text = text;
    return this;
  }

  public Candidate make() {
    Traits.Organisation organisation =
        new Traits.Organisation(
            status, seen, statusVerified, market, country, region, place, preferences);
    Traits traits = new Traits.OfFirm(technologies, verified, organisation, role, roles, group);
    return new Candidate(id, traits, List.copyOf(cases), name, text);
  }
}
