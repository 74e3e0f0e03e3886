package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;

/// A person or body that advises cities on its field and sells nothing. The technologies of the
/// profile are the field; a code of a higher level is a whole sector.
///
/// @param languages tags of BCP 47, such as `en` or `zh-Hant`; empty is unknown
/// @param days that it has for the programme, null if unknown
/// @param affiliation the firm, financier or city that it belongs to, null if there is none
/// @param declared when it declared its interests; null if it has not, so that there may be other
///     conflicts
public record Expert(
    Profile profile,
    Partner partner,
    @Rule.Form(
            value = "[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?",
            rule = "value.language",
            begins = Rule.Standard.LANGUAGES)
        List<String> languages,
    @Nullable Days days,
    Entry.@Nullable Key affiliation,
    @Nullable PartialDate declared,
    List<Conflict> conflicts)
    implements Entry.OfPartner {
  /// An organisation or city that an expert can belong to or have a conflict of interest with.
  public static final List<Kind> PARTIES = List.of(Kind.FIRM, Kind.FINANCIER, Kind.CITY);

  /// Days for the programme: in each year, or in the period if it has a limit.
  public record Days(
      @Rule.Range(max = 366) int count, @Nullable PartialDate from, @Nullable PartialDate until) {
    public Days {
      if (from != null && until != null && until.last().isBefore(from.first())) {
        throw new InvalidException("expert_days", "from", from, "until", until);
      }
    }

    /// Whether the period begins after that year.
    public boolean isLater(int year) {
      return from != null && from.year() > year;
    }

    /// Whether the period ended before that year.
    public boolean isOver(int year) {
      return until != null && until.year() < year;
    }
  }

  /// A known conflict of interest.
  public record Conflict(Entry.Key with, @Nullable Text reason, Provenance source) {}

  public Expert {
    languages = List.copyOf(languages);
    conflicts = List.copyOf(conflicts);
    if (profile.technologies().isEmpty()) {
      throw new InvalidException("expert_field");
    }
    Disclosure.checkPersons(profile, partner.contactPersons());
  }

  /// What it belongs to and has a conflict of interest with.
  public List<Entry.Key> parties() {
    return Stream.concat(Stream.ofNullable(affiliation), conflicts.stream().map(Conflict::with))
        .toList();
  }

  @Override
  public Kind kind() {
    return Kind.EXPERT;
  }
}
