package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.InvalidException;
import org.jspecify.annotations.Nullable;

/// Which fields of an entry may be shown to which caller. Only these fields can be restricted.
/// Ranking still uses budget, ticket, deals and preferences, but then discloses only that a
/// confidential criterion is met. Contact persons are never public.
public final class Disclosure {
  private static final String BUDGET = "budget";
  private static final String TICKET = "ticket";
  private static final String DEALS = "deals";
  private static final String TERMS = "terms";
  private static final String COST = "cost";
  private static final String OUTCOME = "outcome";
  private static final String DAYS = "days";
  private static final String PARTIES = "parties";
  private static final Set<String> OF_OUTCOME =
      FieldTable.keys(Deployment.class, "reason", "results");
  private static final Set<String> OF_RESULT =
      FieldTable.keys(Deployment.Party.class, "result", "figure", OUTCOME, "source");
  private static final String PERSONS = "contact_persons";

  static {
    for (Kind kind : Kind.values()) {
      FieldTable.keys(Entry.type(kind), fields(kind).toArray(String[]::new));
    }
    FieldTable.keys(Deployment.class, PARTIES);
  }

  private Disclosure() {}

  /// The fields of a kind that can be restricted.
  public static List<String> fields(Kind kind) {
    return switch (kind) {
      case NEED -> List.of(BUDGET);
      case FIRM -> List.of(PERSONS, Preferences.FIELD);
      case FINANCIER -> List.of(TICKET, DEALS, TERMS, PERSONS, Preferences.FIELD);
      case EXPERT -> List.of(DAYS, PERSONS);
      case DEPLOYMENT -> List.of(COST, OUTCOME);
      case CITY -> List.of(PERSONS);
      case SOLUTION, PROGRAMME -> List.of();
    };
  }

  /// Whether entries of the kind have contact persons.
  public static boolean hasPersons(Kind kind) {
    return fields(kind).contains(PERSONS);
  }

  /// The city whose staff may see the private fields of an entry; null if it belongs to no city.
  public static @Nullable EntryId city(Entry entry) {
    return switch (entry) {
      case Need need -> need.city();
      case Deployment deployment -> deployment.city();
      case City city -> city.id();
      case Entry.OfPartner _, Solution _, Programme _ -> null;
    };
  }

  /// The entry as all users may see it.
  public static Entry open(Entry entry) {
    return to(Set.of(Tier.PUBLIC), entry);
  }

  /// The entry without fields of other tiers. It still names these fields.
  public static Entry to(Collection<Tier> tiers, Entry entry) {
    Map<String, Tier> restricted = entry.profile().restricted();
    Set<String> hidden = new HashSet<>(fields(entry.kind()));
    hidden.removeIf(field -> tiers.contains(restricted.getOrDefault(field, Tier.PUBLIC)));
    if (hidden.isEmpty()) {
      return entry;
    }
    if (hidden.contains(OUTCOME)) {
      hidden.addAll(OF_OUTCOME);
    }
    return FieldTable.with(
        entry,
        (key, value) ->
            hidden.contains(key)
                ? null
                : key.equals(PARTIES) && hidden.contains(OUTCOME)
                    ? withoutResults(((Deployment) entry).parties())
                    : value);
  }

  private static List<Deployment.Party> withoutResults(List<Deployment.Party> parties) {
    return parties.stream()
        .map(
            each ->
                FieldTable.with(each, (field, value) -> OF_RESULT.contains(field) ? null : value))
        .toList();
  }

  /// The entry with further contact persons, which are private unless it gives them another tier.
  public static Entry withPersons(
      Entry entry, List<Partner.ContactPerson> further, Provenance source) {
    if (!hasPersons(entry.kind())) {
      return entry;
    }
    Map<String, Tier> restricted = new TreeMap<>(entry.profile().restricted());
    restricted.putIfAbsent(PERSONS, Tier.PRIVATE);
    return FieldTable.with(
        entry,
        (key, value) ->
            switch (key) {
              case PERSONS -> joined(value, further);
              case "provenance" -> joined(value, List.of(source));
              case "restricted" -> restricted;
              default -> value;
            });
  }

  private static List<?> joined(@Nullable Object first, List<?> then) {
    return Stream.concat(first instanceof List<?> list ? list.stream() : Stream.of(), then.stream())
        .toList();
  }

  /// Rejects contact persons without a tier.
  static void checkPersons(Profile profile, List<Partner.ContactPerson> persons) {
    if (!persons.isEmpty() && !profile.restricted().containsKey(PERSONS)) {
      throw new InvalidException("contact_persons");
    }
  }

  /// Whether ranking uses deal sizes of a financier that some users may not see.
  public static boolean hidesDeals(Financier financier) {
    return financier.profile().restricted().containsKey(TICKET)
        || financier.profile().restricted().containsKey(DEALS);
  }

  /// Whether some users may not see what a partner has stated that it wants.
  public static boolean hidesPreferences(Profile profile) {
    return profile.restricted().containsKey(Preferences.FIELD);
  }

  /// Whether ranking uses a budget that some users may not see.
  public static boolean hidesBudget(Need need) {
    return need.profile().restricted().containsKey(BUDGET);
  }

  /// An entry as it is stored, with its restricted fields. It is not an [Entry], so code that
  /// displays entries cannot receive it: access is decided where the record is read.
  public static final class WholeEntry {
    private final Entry entry;

    public WholeEntry(Entry entry) {
      this.entry = entry;
    }

    /// The entry as all users may see it.
    public Entry open() {
      return to(Set.of(Tier.PUBLIC));
    }

    /// The entry without fields of other tiers.
    public Entry to(Collection<Tier> tiers) {
      return Disclosure.to(tiers, entry);
    }

    /// Fields that some users may not see, with their tier.
    public Map<String, Tier> restricted() {
      return entry.profile().restricted();
    }

    /// The city whose staff may see the private fields; null if it belongs to no city.
    public @Nullable EntryId city() {
      return Disclosure.city(entry);
    }

    /// The budget of a need, for ranking.
    ///
    /// @throws IllegalStateException for another kind
    public DealSizes budget() {
      if (entry instanceof Need need) {
        return new DealSizes(need.budget(), List.of(), Disclosure.hidesBudget(need));
      }
      throw new IllegalStateException(entry.kind().word() + " " + entry.id() + " has no budget");
    }
  }
}
