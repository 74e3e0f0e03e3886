package greenpair.catalog;

import greenpair.catalog.value.Money;
import greenpair.catalog.value.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bank, fund, agency or programme that finances projects of cities.
///
/// @param type code under `FTY`
/// @param instruments what it offers; empty is unknown
/// @param borrowers who may apply; empty is unknown
/// @param memberships networks that a city must belong to
public record Financier(
    Profile profile,
    Partner partner,
    @Rule.Under("FTY") @Nullable Code type,
    @Rule.Under("FIN") List<Code> instruments,
    @Rule.OneOf({
          "city",
          "utility",
          "transit",
          "port",
          "airport",
          "school",
          "firm",
          "property_owner",
          "household",
          "bank"
        })
        List<String> borrowers,
    List<String> memberships,
    @Nullable Money ticket,
    List<Money> deals,
    @Nullable Text terms)
    implements Entry.OfPartner {
  private static final Code GRANT_AGENCY = new Code("FTY.GRA");

  public Financier {
    instruments = List.copyOf(instruments);
    borrowers = List.copyOf(borrowers);
    memberships = List.copyOf(memberships);
    deals = List.copyOf(deals);
    Disclosure.checkPersons(profile, partner.contactPersons());
    Preferences.check(profile, partner.preferences());
  }

  /// Whether it is a public programme that pays grants: a city applies to it, and nobody sits at
  /// its table at a summit.
  public boolean isGrantProgramme() {
    return GRANT_AGENCY.equals(type);
  }

  @Override
  public Kind kind() {
    return Kind.FINANCIER;
  }
}
