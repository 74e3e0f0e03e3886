package greenpair.match;

import greenpair.Records;
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
  private Traits.OfFirm made;
  private final List<Precedent> cases = new ArrayList<>();
  private double name;
  private double text;

  FirmMaker(String id, List<Code> technologies) {
    this.id = new EntryId(id);
    this.made =
        new Traits.OfFirm(
            technologies,
            true,
            Records.make(Traits.Organisation.class, "statusVerified", true),
            Firm.Role.VENDOR,
            List.of(Deployment.Role.MAKER),
            null);
  }

  private FirmMaker with(String part, @Nullable Object value) {
    made = Records.with(made, part, value);
    return this;
  }

  private FirmMaker organised(@Nullable Object... stated) {
    return with("organisation", Records.with(made.organisation(), stated));
  }

  public FirmMaker status(Partner.@Nullable Status status) {
    return organised("status", status);
  }

  /// When a dated source last showed it at work.
  public FirmMaker seen(String date) {
    return organised("seen", PartialDate.of(date));
  }

  /// An entry that nobody compared with a source.
  public FirmMaker unverified() {
    return with("verified", false);
  }

  public FirmMaker statusVerified(boolean verified) {
    return organised("statusVerified", verified);
  }

  public FirmMaker market(@Nullable Market market) {
    return organised("market", market);
  }

  public FirmMaker seat(@Nullable String country, @Nullable String region) {
    return organised("country", country, "region", region);
  }

  public FirmMaker place(@Nullable Place place) {
    return organised("place", place);
  }

  public FirmMaker role(Firm.@Nullable Role role) {
    return with("role", role);
  }

  /// What it usually does in projects; by default it makes products.
  public FirmMaker roles(Deployment.Role... roles) {
    return with("roles", List.of(roles));
  }

  /// What it has stated that it wants, open to everyone.
  public FirmMaker wants(Preferences wanted) {
    return organised("preferences", new StatedPreferences(wanted, false));
  }

  /// What it has stated that it wants, which some users may not see.
  public FirmMaker wantsInConfidence(Preferences wanted) {
    return organised("preferences", new StatedPreferences(wanted, true));
  }

  public FirmMaker group(String group) {
    return with("group", group);
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
    return new Candidate(id, made, List.copyOf(cases), name, text);
  }
}
