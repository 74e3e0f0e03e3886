package greenpair.index.document;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Word;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Dollars;
import greenpair.index.contract.Facet;
import greenpair.index.contract.Precedent;
import greenpair.text.PowersOfTen;
import org.jspecify.annotations.Nullable;

/// The values of an entry for every facet.
public final class FacetValues {
  private static final String NONE = "none";

  /// A country, or a region behind its country.
  private static final Pattern COUNTRY = Pattern.compile("^[A-Z]{2}(-|$)");

  private static final Pattern COST =
      Pattern.compile(
          "(USD|CNY|RMB)\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*(bn|billion|M|million|k)?(?![\\p{L}\\d])");

  /// What makes a cost one of a piece, a year or a sum of several projects.
  private static final Pattern PARTLY = Pattern.compile("\\b(?:per|each|a year|turnover)\\b");

  private final Taxonomy taxonomy;
  private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);

  private FacetValues(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// The values that an entry has of each facet.
  ///
  /// @param proofs deployments that prove the entry
  /// @param place the city that a need or deployment belongs to, null for other kinds
  public static Map<Facet, Set<String>> of(
      Entry entry, List<Precedent> proofs, @Nullable CityTraits place, Taxonomy taxonomy) {
    FacetValues values = new FacetValues(taxonomy);
    values.technologies(entry.technologies());
    switch (entry) {
      case City city -> values.add(Facet.COUNTRY, city.country());
      case Need need -> {
        values.place(place);
        values.codes(need.instruments());
        values.money(need);
      }
      case Deployment deployment -> {
        values.place(place);
        values.codes(deployment.instruments());
        values.proofs(proofs);
        values.values.put(Facet.EVIDENCE, Set.of(Word.of(deployment.grade())));
        values.money(deployment);
      }
      case Firm firm -> {
        values.organisation(firm.partner());
        values.proofs(proofs);
      }
      case Financier financier -> {
        values.organisation(financier.partner());
        values.proofs(proofs);
        values.codes(financier.instruments());
        values.money(financier);
      }
      case Expert expert -> {
        values.organisation(expert.partner());
        values.proofs(proofs);
      }
      case Solution solution -> {
        values.add(Facet.MATURITY, maturity(solution.readiness()));
        values.proofs(proofs);
        proofs.forEach(proof -> values.add(Facet.COUNTRY, proof.city().country()));
      }
      case Programme programme -> {}
    }
    return values.values;
  }

  /// The regions that an entry belongs to or, unless it is a solution, is proven in.
  static Set<String> regions(Entry entry, List<Precedent> proofs, @Nullable CityTraits place) {
    Set<String> regions = new TreeSet<>();
    switch (entry) {
      case City city -> add(regions, city.region());
      case Entry.OfPartner each -> {
        Partner.Headquarters seat = each.partner().headquarters();
        add(regions, seat == null ? null : seat.region());
        proofs.forEach(proof -> add(regions, proof.city().region()));
      }
      case Need _, Deployment _ -> add(regions, place == null ? null : place.region());
      case Solution _, Programme _ -> {}
    }
    return regions;
  }

  /// The country and region where an organisation has its seat, or of the city that an entry
  /// belongs to.
  static Set<String> seat(Entry entry, @Nullable CityTraits place) {
    Set<String> codes = new TreeSet<>();
    switch (entry) {
      case City city -> {
        add(codes, city.country());
        add(codes, city.region());
      }
      case Entry.OfPartner each -> {
        Partner.Headquarters seat = each.partner().headquarters();
        add(codes, seat == null ? null : seat.country());
        add(codes, seat == null ? null : seat.region());
      }
      case Need _, Deployment _ -> {
        add(codes, place == null ? null : place.country());
        add(codes, place == null ? null : place.region());
      }
      case Solution _, Programme _ -> {}
    }
    return codes;
  }

  /// What became of a case or a partner: `ended`, `planned`, `building`, `operating`, and
  /// `finished` once it was built; `open` of a need; empty if it is unknown.
  static Set<String> states(Entry entry) {
    return switch (entry) {
      case Deployment deployment ->
          switch (deployment.status()) {
            case null -> deployment.end() == null ? Set.of() : Set.of("finished");
            case CLOSED, FAILED, EXPIRED -> Set.of("ended", "finished");
            case REFUSED, WITHDRAWN -> Set.of("ended");
            case PLANNED, APPROVED -> Set.of("planned");
            case BUILDING -> Set.of("building");
            case OPERATING -> Set.of("operating", "finished");
          };
      case Need need when need.isOpen() -> Set.of("open");
      case Entry.OfPartner each
          when each.partner().status() != null && each.partner().status().isGone() ->
          Set.of("ended");
      default -> Set.of();
    };
  }

  private static void add(Set<String> codes, @Nullable String code) {
    if (code != null) {
      codes.add(code);
    }
  }

  private void add(Facet facet, @Nullable String value) {
    values
        .computeIfAbsent(facet, key -> new TreeSet<>())
        .add(value == null ? Facet.UNKNOWN : value);
  }

  private void technologies(List<Code> codes) {
    for (Code code : codes) {
      add(Facet.SECTOR, code.root());
      add(Facet.TECHNOLOGY, code.value());
      taxonomy.ancestors(code).forEach(above -> add(Facet.TECHNOLOGY, above.value()));
    }
  }

  private void codes(List<Code> instruments) {
    if (instruments.isEmpty()) {
      add(Facet.INSTRUMENT, null);
    }
    instruments.forEach(code -> add(Facet.INSTRUMENT, code.value()));
  }

  private void place(@Nullable CityTraits city) {
    add(Facet.COUNTRY, city == null ? null : city.country());
  }

  private void organisation(Partner partner) {
    Partner.Headquarters seat = partner.headquarters();
    Market market = partner.market();
    if (seat != null) {
      add(Facet.COUNTRY, seat.country());
    }
    for (String place : market == null ? List.<String>of() : market.in()) {
      if (COUNTRY.matcher(place).find()) {
        add(Facet.COUNTRY, place.substring(0, 2));
      }
    }
    if (!values.containsKey(Facet.COUNTRY)) {
      add(Facet.COUNTRY, null);
    }
    if (market == null || market.in().isEmpty()) {
      add(Facet.MARKET, null);
    } else {
      market.in().forEach(place -> add(Facet.MARKET, place));
    }
  }

  private void proofs(List<Precedent> proofs) {
    Grade best = null;
    for (Precedent proof : proofs) {
      best = best == null || proof.grade().compareTo(best) < 0 ? proof.grade() : best;
      add(Facet.CLIMATE, proof.city().koppen());
      add(Facet.CITY_SIZE, citySize(proof.city().population()));
    }
    add(Facet.EVIDENCE, best == null ? NONE : Word.of(best));
  }

  private static @Nullable String maturity(@Nullable Integer readiness) {
    if (readiness == null) {
      return null;
    }
    return readiness >= 9 ? "commercial" : readiness >= 7 ? "demonstrated" : "pilot";
  }

  /// Classes of the State Council of China for residents of the urban area (国发〔2014〕51号): below
  /// 0.5, 1, 5 and 10 million inhabitants, and above.
  static @Nullable String citySize(@Nullable Long population) {
    if (population == null) {
      return null;
    }
    if (population < 500_000) {
      return "small";
    }
    if (population < 1_000_000) {
      return "medium";
    }
    return population < 5_000_000 ? "large" : population < 10_000_000 ? "very_large" : "mega";
  }

  /// The first amount in the words for a cost; none if these speak of single pieces or years.
  private static List<Money> cost(@Nullable Text words) {
    String text = words == null ? "" : words.best(Language.EN);
    Matcher each = COST.matcher(text);
    if (PARTLY.matcher(text).find() || !each.find()) {
      return List.of();
    }
    Integer power = each.group(3) == null ? null : PowersOfTen.of(each.group(3));
    double scale = power == null ? 1 : Math.pow(10, power);
    double value = scale * Double.parseDouble(each.group(2).replace(",", ""));
    return List.of(new Money(value, value, each.group(1).equals("USD") ? "USD" : "CNY"));
  }

  /// Its budget, cost or deals in US dollars, both ends included. A currency without a rate is
  /// unknown, and so is a deal without bounds.
  static List<Dollars> deals(Entry entry) {
    List<Money> deals =
        switch (entry) {
          case Need need when need.budget() != null -> List.of(need.budget());
          case Deployment deployment -> cost(deployment.cost());
          case Financier financier ->
              financier.ticket() != null ? List.of(financier.ticket()) : financier.deals();
          default -> List.of();
        };
    List<Dollars> dollars = new ArrayList<>();
    for (Money deal : deals) {
      Double rate = Facet.DOLLARS.get(deal.currency());
      if (rate != null) {
        double max = deal.max() == null ? Double.POSITIVE_INFINITY : deal.max() * rate;
        dollars.add(new Dollars(deal.min() == null ? 0 : deal.min() * rate, max));
      }
    }
    return dollars;
  }

  /// All classes into which a deal may fall; an open end extends over all classes on its side.
  private void money(Entry entry) {
    List<Dollars> deals = deals(entry);
    if (deals.isEmpty()) {
      add(Facet.TICKET, null);
    }
    deals.forEach(deal -> deal.classes().forEach(each -> add(Facet.TICKET, each)));
  }
}
