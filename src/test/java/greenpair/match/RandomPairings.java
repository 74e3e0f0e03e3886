package greenpair.match;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Preferences;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.StatedPreferences;
import greenpair.index.contract.Traits;
import greenpair.match.settings.MatchQuery;
import org.jspecify.annotations.Nullable;

/// Draws asks and candidates in which each fact may be missing or odd: no technologies, no place,
/// markets of places that do not exist, years to come, deals from nothing to very much.
public final class RandomPairings {
  private static final List<String> COUNTRIES = List.of("CN", "US", "DE");
  private static final List<String> REGIONS = List.of("CN-SC", "CN-JL", "US-CA", "US-TX", "DE-BY");
  private static final List<String> MARKETS =
      List.of("CN", "US", "CN-SC", "US-CA", "WORLD", "ODA", "c1", "c2", "XX", "nowhere");
  private static final List<String> TECHNOLOGIES =
      Given.TAXONOMY.concepts().stream()
          .map(concept -> concept.code().value())
          .filter(code -> code.startsWith("TRN") || code.startsWith("BLD") || code.equals("LGT"))
          .toList();
  private static final List<String> INSTRUMENTS =
      Given.TAXONOMY.concepts().stream()
          .map(concept -> concept.code().value())
          .filter(code -> code.startsWith("FIN"))
          .toList();

  private final Random random;

  public RandomPairings(Random random) {
    this.random = random;
  }

  // NullAway misses the annotation of a nested type in a class file.
  @SuppressWarnings("NullAway")
  public CityTraits city() {
    String country = one(COUNTRIES);
    return new CityTraits(
        new EntryId("c" + random.nextInt(20)),
        country,
        maybe(() -> one(REGIONS.stream().filter(each -> each.startsWith(country)).toList())),
        maybe(this::place),
        maybe(() -> 1 + (long) Math.pow(10, random.nextDouble() * 8)),
        maybe(() -> one(List.of("Dwa", "Cfa", "BSk", "Am", "ET", "Csb"))),
        maybe(() -> one(List.of("severe-cold", "cold", "mild", "3B", "hot-summer-warm-winter"))),
        maybe(() -> one(List.of(City.HeatingNetwork.values()))),
        maybe(() -> random.nextDouble() * 2),
        some(() -> one(List.of("C40", "ICLEI"))));
  }

  // NullAway misses the annotation of a nested type in a class file.
  @SuppressWarnings("NullAway")
  public MatchQuery query() {
    String text = one(List.of("", "electric buses for the port", "港口"));
    return new MatchQuery(
        maybe(() -> new EntryId("need")),
        city(),
        codes(TECHNOLOGIES),
        codes(INSTRUMENTS),
        text,
        text,
        DealSizes.of(maybe(this::money)),
        maybe(() -> one(List.of(Need.Stage.values()))),
        Given.NOW,
        random.nextBoolean(),
        attributes(),
        null,
        Map.of());
  }

  public Precedent precedent(int number) {
    Integer start = maybe(() -> 1990 + random.nextInt(45));
    return new Precedent(
        new EntryId("d" + number),
        city(),
        codes(TECHNOLOGIES),
        one(List.of(Grade.values())),
        maybe(() -> one(List.of(Deployment.Status.values()))),
        start,
        maybe(() -> (start == null ? 2000 : start) + random.nextInt(10)),
        random.nextBoolean(),
        random.nextBoolean(),
        attributes(),
        List.of(),
        Set.of(),
        null,
        false,
        List.of(),
        null);
  }

  private Attributes attributes() {
    if (random.nextBoolean()) {
      return Attributes.NONE;
    }
    return new Attributes(
        Map.of(
            Attribute.CLIENT, some(() -> one(List.of("city", "county", "private"))),
            Attribute.OWNER, some(() -> one(List.of("a", "b"))),
            Attribute.FEEDSTOCK, some(() -> one(List.of("refuse", "wood")))),
        maybe(() -> new Attributes.Size(random.nextDouble() * 9 + 1, one(List.of("MW", "t/d")))));
  }

  public Candidate candidate(Kind kind, String id) {
    List<Precedent> cases = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      cases.add(precedent(i));
    }
    return new Candidate(
        new EntryId(id), traits(kind), cases, random.nextDouble(), random.nextDouble());
  }

  /// The same with one more proven case, somewhere.
  public Candidate provenOnceMore(Candidate before) {
    Integer year = maybe(() -> 1990 + random.nextInt(45));
    List<Precedent> cases = new ArrayList<>(before.precedents());
    cases.add(
        Given.done("more", city(), Given.BUS).years(null, year).attributes(attributes()).make());
    return new Candidate(before.id(), before.traits(), cases, before.name(), before.text());
  }

  private Traits traits(Kind kind) {
    return switch (kind) {
      case FIRM ->
          new Traits.OfFirm(
              codes(TECHNOLOGIES),
              random.nextBoolean(),
              organisation(),
              maybe(() -> one(List.of(Firm.Role.values()))),
              List.of(),
              null);
      case FINANCIER ->
          new Traits.OfFinancier(
              codes(TECHNOLOGIES),
              random.nextBoolean(),
              organisation(),
              maybe(() -> new Code(one(List.of("FTY.PPF", "FTY.LSG", "FTY.GRB")))),
              codes(INSTRUMENTS),
              some(() -> one(List.of("city", "port", "household"))),
              some(() -> one(List.of("C40", "ICLEI"))),
              new DealSizes(maybe(this::money), some(this::money), false));
      case SOLUTION ->
          new Traits.OfSolution(
              codes(TECHNOLOGIES),
              random.nextBoolean(),
              maybe(() -> 1 + random.nextInt(9)),
              some(() -> one(List.of(SiteCondition.values()))),
              some(() -> one(List.of(SiteCondition.values()))),
              maybe(random::nextBoolean));
      case EXPERT ->
          new Traits.OfExpert(
              codes(TECHNOLOGIES),
              random.nextBoolean(),
              organisation(),
              some(() -> one(List.of("en", "zh-Hant", "fr"))),
              maybe(() -> new Expert.Days(random.nextInt(100), null, null)),
              maybe(() -> new Entry.Key(Kind.FIRM, new EntryId("firm" + random.nextInt(3)))),
              maybe(() -> new PartialDate(2020 + random.nextInt(9), null, null)),
              List.of());
      case CITY, NEED, DEPLOYMENT, PROGRAMME -> throw new IllegalArgumentException(kind.word());
    };
  }

  private Traits.Organisation organisation() {
    return new Traits.Organisation(
        maybe(() -> one(List.of(Partner.Status.values()))),
        null,
        random.nextBoolean(),
        maybe(this::market),
        maybe(() -> one(COUNTRIES)),
        maybe(() -> one(REGIONS)),
        maybe(this::place),
        maybe(() -> new StatedPreferences(preferences(), random.nextBoolean())));
  }

  /// Each place is in one list at most.
  private Market market() {
    List<String> unclear = List.of(one(MARKETS));
    List<String> in = new ArrayList<>(some(() -> one(MARKETS)));
    in.removeAll(unclear);
    List<String> never = new ArrayList<>(some(() -> one(MARKETS)));
    never.removeAll(unclear);
    never.removeAll(in);
    return new Market(in, unclear, never);
  }

  public Preferences preferences() {
    return new Preferences(
        PartialDate.of("2026"),
        maybe(this::money),
        some(() -> one(random.nextBoolean() ? COUNTRIES : REGIONS)),
        codes(TECHNOLOGIES),
        some(() -> one(List.of("city", "county", "private"))),
        new Preferences.Capacity(1 + random.nextInt(9), null));
  }

  private Place place() {
    return new Place(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
  }

  private Money money() {
    double amount = random.nextInt(5) == 0 ? 0 : Math.pow(10, random.nextDouble() * 12);
    return switch (random.nextInt(3)) {
      case 0 -> new Money(amount, null, one(List.of("USD", "CNY")));
      case 1 -> new Money(null, amount, one(List.of("USD", "CNY")));
      default -> new Money(amount, amount * 2, one(List.of("USD", "CNY")));
    };
  }

  private List<Code> codes(List<String> from) {
    return some(() -> new Code(one(from)));
  }

  public <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      values.add(value.get());
    }
    return values;
  }
}
