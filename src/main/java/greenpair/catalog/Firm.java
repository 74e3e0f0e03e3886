package greenpair.catalog;

import greenpair.catalog.value.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cleantech firm or a body with know-how.
///
/// @param role null if unknown; the firm is then treated as a possible seller, with a caution
/// @param roles what it does in projects, most usual first; empty is unknown
/// @param group name of the group of companies that it belongs to; null if unknown
public record Firm(
    Profile profile,
    Partner partner,
    @Nullable Role role,
    List<Deployment.Role> roles,
    @Rule.Range(min = 500, max = 2200) @Rule.Past @Nullable Integer founded,
    @Nullable String group)
    implements Entry.OfPartner {
  public enum Role {
    /// Sells equipment, software or services.
    VENDOR,
    /// Builds and runs under contract or concession.
    DEVELOPER,
    /// A municipal or public operator: a source of experience, not a seller.
    OPERATOR,
    /// Non-profit or consulting know-how.
    ADVISER
  }

  public Firm {
    roles = List.copyOf(roles);
    Disclosure.checkPersons(profile, partner.contactPersons());
    Preferences.check(profile, partner.preferences());
  }

  @Override
  public Kind kind() {
    return Kind.FIRM;
  }
}
