package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.Market;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import org.jspecify.annotations.Nullable;

/// The common fields of firms, financiers and experts.
///
/// @param identifiers numbers in registries, each `scheme:number`
/// @param seen date of the latest source that shows it in business, null if there is none
/// @param contactPersons people whom the programme knows there; never public
/// @param preferences what it has stated that it wants, null if nothing
public record Partner(
    @Rule.Names(Rule.Named.ALIAS) List<String> aliases,
    @Rule.Names(Rule.Named.IDENTIFIER)
        @Rule.Form(value = "[a-z][a-z0-9_-]{0,29}:\\S{1,100}", rule = "value.identifier")
        List<String> identifiers,
    @Nullable Headquarters headquarters,
    @Nullable Status status,
    @Rule.Past @Nullable PartialDate statusDate,
    @Rule.Past @Nullable PartialDate seen,
    @Nullable Text statusNote,
    @Nullable Market market,
    @Rule.Address @Nullable String website,
    @Rule.Address @Nullable String contact,
    List<ContactPerson> contactPersons,
    @Nullable Preferences preferences) {
  /// Whether an organisation is in business.
  public enum Status implements Word {
    ACTIVE,
    CLOSED,
    UNCERTAIN,
    /// It continues under another owner or name.
    ACQUIRED,
    /// In insolvency proceedings, or dissolved by them.
    BANKRUPT;

    /// Whether it is no longer in business.
    public boolean isGone() {
      return this == CLOSED || this == BANKRUPT;
    }
  }

  /// Where an organisation has its seat.
  public record Headquarters(
      @Nullable Text city,
      @Rule.Country String country,
      @Rule.Region @Nullable String region,
      @Nullable Place place) {
    public Headquarters {
      Place.checkRegion(country, region);
    }
  }

  /// A person whom the programme knows at a firm, a financier or a city. Never public: an entry
  /// that has one must give the field a tier, see [Disclosure].
  public record ContactPerson(
      Text name,
      @Nullable Text role,
      @Rule.Form(value = EMAIL_FORM, rule = "value.email") @Nullable String email,
      @Rule.Form(value = PHONE_FORM, rule = "value.phone") @Nullable String phone) {
    public static final String EMAIL_FORM = "[^@\\s]{1,64}@[^@\\s]{1,189}";
    public static final String PHONE_FORM = "[+0-9(][0-9 ()./-]{4,39}";
    public static final Pattern EMAIL = Pattern.compile(EMAIL_FORM);
  }

  /// An organisation about which only its existence is known.
  public static final Partner UNKNOWN =
      new Partner(
          List.of(), List.of(), null, null, null, null, null, null, null, null, List.of(), null);

  public Partner {
    aliases = List.copyOf(aliases);
    identifiers = List.copyOf(identifiers);
    contactPersons = List.copyOf(contactPersons);
  }
}
