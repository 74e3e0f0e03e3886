package greenpair.registry.format;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Preferences;
import greenpair.catalog.Profile;
import greenpair.catalog.Programme;
import greenpair.catalog.Provenance;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Fuel;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.SiteCondition;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Draws good entries of every kind, with each optional field there or not, and texts that need
/// escapes.
public final class RandomEntries extends RandomValues {
  /// The codes that the entries use.
  public static final Taxonomy TAXONOMY = Lines.TAXONOMY;

  public RandomEntries(Random random) {
    super(random);
  }

  public Entry next() {
    return switch (one(List.of(Kind.values()))) {
      case CITY -> city();
      case NEED ->
          new Need(
              profile(Kind.NEED),
              id(),
              codes("FIN"),
              maybe(this::money),
              maybe(Need.Stage.values()),
              attributes(),
              maybe(this::standing),
              random.nextBoolean() ? purchase() : Need.Purchase.UNKNOWN,
              some(() -> one(List.of(Fuel.values()))),
              maybe(() -> "diesel-bus"));
      case FIRM -> {
        Profile profile = profile(Kind.FIRM);
        yield new Firm(
            profile,
            partner(profile),
            maybe(Firm.Role.values()),
            some(() -> one(List.of(Deployment.Role.values()))),
            maybe(() -> whole(1600, 2026)));
      }
      case FINANCIER -> {
        Profile profile = profile(Kind.FINANCIER);
        yield new Financier(
            profile,
            partner(profile),
            maybe(() -> code("FTY")),
            codes("FIN"),
            some(() -> one(List.of("city", "bank", "household"))),
            some(this::string),
            maybe(this::money),
            some(this::money),
            maybe(this::text));
      }
      case SOLUTION -> solution();
      case DEPLOYMENT -> deployment();
      case PROGRAMME -> programme();
      case EXPERT -> expert();
    };
  }

  private City city() {
    Profile profile = profile(Kind.CITY);
    return new City(
        profile,
        "CN",
        maybe(() -> "CN-JL"),
        maybe(this::text),
        maybe(this::place),
        maybe(
            () ->
                new City.Population(
                    whole(1, 30_000_000), maybe(this::year), maybe(City.Scope.values()))),
        maybe(() -> "Dwa"),
        maybe(() -> one(List.of("3B", "8", "cold"))),
        maybe(City.HeatingNetwork.values()),
        maybe(
            () ->
                new City.Grid(
                    random.nextDouble() * 2,
                    maybe(this::year),
                    maybe(this::string),
                    maybe(this::string))),
        maybe(() -> new City.Target(text(), maybe(City.TargetSort.values()), maybe(this::year))),
        some(this::string),
        maybe(this::address),
        maybe(this::address),
        persons(profile));
  }

  /// Only where the profile says who may see them.
  private List<ContactPerson> persons(Profile profile) {
    return profile.restricted().containsKey("contact_persons")
        ? some(
            () ->
                new ContactPerson(
                    text(),
                    maybe(this::text),
                    maybe(() -> "name" + random.nextInt(100) + "@example.org"),
                    maybe(() -> "+86 432 " + random.nextInt(1_000_000))))
        : List.of();
  }

  private Need.Standing standing() {
    Need.@Nullable State state = maybe(Need.State.values());
    boolean isDone = state == Need.State.MET || state == Need.State.CONTRACTED;
    Text note = isDone ? maybe(this::text) : text();
    return new Need.Standing(
        maybe(Need.Origin.values()),
        maybe(() -> PartialDate.of("1800")),
        maybe(this::text),
        state,
        maybe(this::date),
        note,
        isDone ? some(this::id) : List.of());
  }

  private Need.Purchase purchase() {
    return new Need.Purchase(
        text(),
        some(() -> one(List.of(Need.Good.values()))),
        maybe(this::text),
        maybe(this::quantity),
        maybe(this::date),
        maybe(this::text),
        maybe(this::text));
  }

  private Deployment.Quantity quantity() {
    return new Deployment.Quantity(amount(), text());
  }

  private Solution solution() {
    return new Solution(
        profile(),
        maybe(this::text),
        maybe(() -> whole(1, 9)),
        maybe(() -> new Solution.Size(maybe(() -> 1.5), maybe(this::amount), string())),
        some(() -> one(List.of(SiteCondition.values()))),
        some(() -> one(List.of(SiteCondition.values()))),
        maybe(this::text),
        maybe(random::nextBoolean));
  }

  private Deployment deployment() {
    List<EntryId> firms = some(this::id);
    return new Deployment(
        profile(Kind.DEPLOYMENT),
        id(),
        maybe(this::text),
        maybe(random::nextBoolean),
        maybe(Deployment.Scope.values()),
        firms,
        firms.isEmpty() ? List.of() : some(() -> party(firms)),
        some(this::id),
        some(this::id),
        codes("FIN"),
        maybe(() -> whole(1800, 1999)),
        maybe(() -> whole(1999, 2200)),
        maybe(this::quantity),
        attributes(),
        maybe(this::text),
        maybe(this::text),
        maybe(Deployment.Status.values()),
        one(List.of(Grade.values())),
        maybe(this::text),
        some(() -> one(List.of(Fuel.values()))),
        some(
            () ->
                new Deployment.Result(
                    one(List.of(Deployment.Measure.values())),
                    random.nextBoolean() ? amount() : -amount(),
                    text(),
                    one(List.of(Deployment.Basis.values())))));
  }

  // From a class file, NullAway does not read the annotation of a nested type: the affiliation.
  @SuppressWarnings("NullAway")
  private Expert expert() {
    Profile profile = field(profile(Kind.EXPERT));
    return new Expert(
        profile,
        partner(profile, null),
        some(() -> one(List.of("en", "zh", "zh-Hant", "es-US"))),
        maybe(() -> new Expert.Days(whole(0, 366), maybe(() -> PartialDate.of("1800")), null)),
        maybe(this::party),
        maybe(this::date),
        some(() -> new Expert.Conflict(party(), maybe(this::text), source())));
  }

  /// An expert has a field.
  private static Profile field(Profile profile) {
    return profile.technologies().isEmpty()
        ? new Profile(
            profile.id(),
            profile.name(),
            profile.description(),
            List.of(new Code("TRN")),
            profile.provenance(),
            profile.unverified(),
            profile.restricted())
        : profile;
  }

  private Entry.Key party() {
    return new Entry.Key(one(Expert.PARTIES), id());
  }

  private Programme programme() {
    return new Programme(
        profile(),
        List.of(
            new Programme.Participant(id(), maybe(this::date), some(this::id)),
            new Programme.Participant(new EntryId("another"), null, List.of())),
        some(this::text),
        maybe(() -> PartialDate.of("1800")),
        maybe(this::date),
        maybe(this::address),
        maybe(this::address));
  }

  /// At most three of them have not more than all of it.
  private Deployment.Party party(List<EntryId> firms) {
    return new Deployment.Party(
        one(firms),
        one(List.of(Deployment.Role.values())),
        maybe(() -> (double) whole(1, 33)),
        maybe(this::text),
        maybe(Deployment.Success.values()),
        maybe(() -> new Deployment.Figure(random.nextBoolean() ? amount() : -amount(), text())),
        maybe(this::address),
        codes("TRN"));
  }

  private Attributes attributes() {
    Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
    for (Attribute each : Attribute.values()) {
      values.put(each, some(this::string));
    }
    return new Attributes(values, maybe(() -> new Attributes.Size(amount(), "MW")));
  }

  private Profile profile() {
    return new Profile(
        id(),
        name(),
        maybe(this::text),
        codes("TRN"),
        random.nextBoolean() ? List.of(source()) : List.of(source(), source()),
        Set.copyOf(some(() -> one(List.of("name", "provenance.note", "technologies")))),
        Map.of());
  }

  /// A profile that keeps back some of the fields that can be.
  private Profile profile(Kind kind) {
    Profile open = profile();
    Map<String, Tier> restricted = new TreeMap<>();
    for (String field : Disclosure.fields(kind)) {
      if (random.nextInt(3) == 0) {
        restricted.put(field, random.nextBoolean() ? Tier.PROGRAMME : Tier.PRIVATE);
      }
    }
    return new Profile(
        open.id(),
        open.name(),
        open.description(),
        open.technologies(),
        open.provenance(),
        open.unverified(),
        restricted);
  }

  private Partner partner(Profile profile) {
    return partner(profile, preferences(profile));
  }

  /// Experts state no preferences.
  private Partner partner(Profile profile, @Nullable Preferences preferences) {
    return new Partner(
        some(this::string),
        some(() -> "wikidata:Q" + random.nextInt(1000)),
        maybe(
            () ->
                new Partner.Headquarters(
                    maybe(this::text), "US", maybe(() -> "US-CA"), maybe(this::place))),
        maybe(Partner.Status.values()),
        maybe(this::date),
        maybe(() -> PartialDate.of("2024-02")),
        maybe(this::text),
        maybe(() -> new Market(List.of("CN"), some(() -> "US-CA"), some(() -> "us-ca-lancaster"))),
        maybe(this::address),
        maybe(this::address),
        persons(profile),
        preferences);
  }

  /// Only where a source names them.
  private @Nullable Preferences preferences(Profile profile) {
    boolean isNamed =
        profile.provenance().stream().anyMatch(each -> each.fields().contains("preferences"));
    return isNamed
        ? new Preferences(
            date(),
            maybe(this::money),
            some(() -> one(List.of("CN", "US-CA"))),
            codes("TRN"),
            some(() -> one(List.of("city", "transit"))),
            new Preferences.Capacity(whole(1, 9), maybe(() -> whole(1, 9))))
        : null;
  }

  private Provenance source() {
    return new Provenance(
        string(),
        maybe(this::string),
        maybe(this::string),
        maybe(this::date),
        maybe(() -> LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365))),
        random.nextBoolean(),
        maybe(this::string),
        some(() -> random.nextBoolean() ? string() : "preferences"));
  }
}
