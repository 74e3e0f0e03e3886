package greenpair.bench;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Profile;
import greenpair.catalog.Text;
import greenpair.catalog.value.Market;
import org.jspecify.annotations.Nullable;

/// Scales the fixtures to any number of firms. Every entry is a variation of a fixture: it keeps
/// that one's country, market, role, grade, years, sizes and number of codes, and gets codes near
/// those, words of its own ([Wording]), a place near that one and generated partners.
///
/// Cities, needs, deployments and financiers come in the proportion of the fixtures, financiers at
/// most [#MOST_FINANCIERS]; solutions stay what they are. Some firms and cities have many
/// deployments and most have few: the firm of rank r comes up with a chance in proportion to
/// r^(-1/2), so the largest of n firms has about sqrt(n) / 3 cases.
///
/// An entry depends on the seed, its kind and its number alone, so the same seed gives the same
/// entries in any order, and nothing is kept in memory.
final class CatalogGenerator {
  static final int MOST_FINANCIERS = 2_000;

  private static final int TRIES_FOR_COUNTRY = 4;

  /// More than any city has, so a catalog refuses it.
  private static final long MOST_PEOPLE = 100_000_000;

  private final Fixtures fixtures;
  private final int firms;
  private final long seed;
  private final Wording wording;
  private final CodeVariation variation;

  CatalogGenerator(Fixtures fixtures, int firms, long seed) {
    this.fixtures = fixtures;
    this.firms = firms;
    this.seed = seed;
    this.wording = new Wording(fixtures);
    this.variation = CodeVariation.of(fixtures.taxonomy());
  }

  /// How many entries of that kind there are.
  int count(Kind kind) {
    int scaled =
        (int)
            Math.max(
                1, Math.round((double) fixtures.count(kind) * firms / fixtures.count(Kind.FIRM)));
    return switch (kind) {
      case SOLUTION -> fixtures.count(kind);
      case FINANCIER -> Math.min(MOST_FINANCIERS, scaled);
      case CITY, NEED, FIRM, DEPLOYMENT -> scaled;
      case PROGRAMME, EXPERT -> 0;
    };
  }

  /// The entry of that number, from 0.
  Entry entry(Kind kind, int number) {
    RandomGenerator random = random(kind, number);
    return switch (kind) {
      case CITY -> city(number, random);
      case NEED -> need(number, random);
      case FIRM -> firm(number, random);
      case FINANCIER -> financier(number, random);
      case SOLUTION -> fixtures.solutions().get(number);
      case DEPLOYMENT -> deployment(number, random);
      case PROGRAMME, EXPERT ->
          throw new IllegalArgumentException("a " + kind.word() + " is not generated");
    };
  }

  /// The city that a need belongs to.
  EntryId cityOfNeed(int number) {
    return id(Kind.CITY, cityNumberOfNeed(number));
  }

  static EntryId id(Kind kind, int number) {
    return new EntryId(kind.word() + "-" + number);
  }

  private RandomGenerator random(Kind kind, int number) {
    long mixed = seed * 0x9E3779B97F4A7C15L + kind.word().hashCode() * 0xBF58476D1CE4E5B9L + number;
    return new SplittableRandom(mixed).split();
  }

  /// The first random draw of an entry is always its fixture, so that the fixture is known without
  /// generating the entry.
  private Firm firmBehind(int number) {
    return Variation.any(fixtures.firms(), random(Kind.FIRM, number));
  }

  private City cityBehind(int number) {
    return Variation.any(fixtures.cities(), random(Kind.CITY, number));
  }

  private Entry city(int number, RandomGenerator random) {
    City base = Variation.any(fixtures.cities(), random);
    List<Code> codes = variation.of(base, random);
    City.Population population = base.population();
    return new City(
        profile(Kind.CITY, number, base, wording.place(number), codes, 24, random),
        base.country(),
        base.region(),
        base.regionName(),
        Variation.near(base.place(), random),
        population == null
            ? null
            : new City.Population(
                Math.clamp(
                    (long) (population.count() * Math.exp(random.nextGaussian())), 1, MOST_PEOPLE),
                population.year(),
                population.scope()),
        base.koppen(),
        base.buildingZone(),
        base.heatingNetwork(),
        base.grid(),
        base.target(),
        base.memberships(),
        null,
        null,
        List.of(),
        null);
  }

  private Entry need(int number, RandomGenerator random) {
    Need base = Variation.any(fixtures.needs(), random);
    List<Code> codes = variation.of(base, random);
    return new Need(
        profile(Kind.NEED, number, base, wording.about(codes, 8, random), codes, 0, random),
        id(Kind.CITY, cityNumberOfNeed(number)),
        base.instruments(),
        base.budget() == null ? null : Variation.scaled(base.budget(), random),
        base.stage(),
        base.attributes(),
        null,
        base.purchase(),
        base.excludes(),
        base.replaces());
  }

  /// Needs go round the cities: each city has its share of them.
  private int cityNumberOfNeed(int number) {
    return number % count(Kind.CITY);
  }

  private Entry firm(int number, RandomGenerator random) {
    Firm base = Variation.any(fixtures.firms(), random);
    List<Code> codes = variation.of(base, random);
    Text name = wording.organisation(number, codes, random);
    return new Firm(
        profile(Kind.FIRM, number, base, name, codes, 22, random),
        partner(base.partner(), random),
        base.role(),
        base.roles(),
        base.founded(),
        base.group());
  }

  private Entry financier(int number, RandomGenerator random) {
    Financier base = Variation.any(fixtures.financiers(), random);
    List<Code> codes = variation.of(base, random);
    Text name = wording.organisation(number, codes, random);
    return new Financier(
        profile(Kind.FINANCIER, number, base, name, codes, 22, random),
        partner(base.partner(), random),
        base.type(),
        base.instruments(),
        base.borrowers(),
        base.memberships(),
        base.ticket() == null ? null : Variation.scaled(base.ticket(), random),
        base.deals().stream().map(deal -> Variation.scaled(deal, random)).toList(),
        base.terms() == null ? null : wording.about(List.of(), 18, random));
  }

  private Entry deployment(int number, RandomGenerator random) {
    Deployment base = Variation.any(fixtures.deployments(), random);
    Set<EntryId> builders = new LinkedHashSet<>();
    List<Code> codes = new ArrayList<>();
    String country = null;
    for (int i = 0; i < base.firms().size(); i++) {
      int firm = Variation.skewed(firms, 2, random);
      builders.add(id(Kind.FIRM, firm));
      if (codes.isEmpty()) {
        codes.addAll(Variation.some(entry(Kind.FIRM, firm).technologies(), base, random));
        country = seat(firmBehind(firm));
      }
    }
    if (codes.isEmpty()) {
      codes.addAll(variation.of(base, random));
    }
    Set<EntryId> lenders = new LinkedHashSet<>();
    for (int i = 0; i < base.financiers().size(); i++) {
      lenders.add(id(Kind.FINANCIER, Variation.skewed(count(Kind.FINANCIER), 1.3, random)));
    }
    return new Deployment(
        profile(Kind.DEPLOYMENT, number, base, wording.about(codes, 8, random), codes, 0, random),
        id(Kind.CITY, cityIn(country, random)),
        base.location() == null ? null : wording.place(random.nextInt(firms)),
        base.inCity(),
        base.scope(),
        List.copyOf(builders),
        List.of(),
        List.copyOf(lenders),
        List.of(),
        base.instruments(),
        base.start(),
        base.end(),
        base.quantity(),
        base.attributes(),
        base.cost(),
        base.outcome() == null ? null : wording.about(List.of(), 9, random),
        base.status(),
        base.grade(),
        base.reason(),
        base.uses(),
        base.results());
  }

  private static @Nullable String seat(Firm firm) {
    Partner.Headquarters seat = firm.partner().headquarters();
    return seat == null ? null : seat.country();
  }

  /// A city, in that country where a few tries find one: most deployments are at home.
  private int cityIn(@Nullable String country, RandomGenerator random) {
    int city = Variation.skewed(count(Kind.CITY), 2, random);
    for (int i = 0; i < TRIES_FOR_COUNTRY; i++) {
      if (country == null || cityBehind(city).country().equals(country)) {
        break;
      }
      city = Variation.skewed(count(Kind.CITY), 2, random);
    }
    return city;
  }

  private Profile profile(
      Kind kind,
      int number,
      Entry base,
      Text name,
      List<Code> codes,
      int words,
      RandomGenerator random) {
    return new Profile(
        id(kind, number),
        name,
        words == 0 ? null : wording.about(codes, words, random),
        codes,
        base.profile().provenance(),
        base.profile().unverified(),
        Map.of());
  }

  private Partner partner(Partner base, RandomGenerator random) {
    Partner.Headquarters seat = base.headquarters();
    Market market = base.market();
    return new Partner(
        List.of(),
        List.of(),
        seat == null
            ? null
            : new Partner.Headquarters(
                seat.city(), seat.country(), seat.region(), Variation.near(seat.place(), random)),
        base.status(),
        base.statusDate(),
        base.seen(),
        base.statusNote(),
        market == null
            ? null
            : new Market(
                places(market.in(), random),
                places(market.unclear(), random),
                places(market.never(), random)),
        base.website(),
        base.contact(),
        List.of(),
        null);
  }

  /// A city of the fixtures becomes a generated one.
  private List<String> places(List<String> base, RandomGenerator random) {
    return base.stream()
        .map(
            place ->
                Character.isUpperCase(place.charAt(0))
                    ? place
                    : id(Kind.CITY, random.nextInt(count(Kind.CITY))).value())
        .toList();
  }
}
