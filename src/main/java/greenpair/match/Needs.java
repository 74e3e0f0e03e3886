package greenpair.match;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.ConceptFinder;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Taxonomy;
import greenpair.index.CityTraits;
import greenpair.index.Snapshot;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a request as what is asked: which city, which needs, which technologies. A need in free
/// words gets the technologies and instruments that its words name.
final class Needs {
  private final Taxonomy taxonomy;
  private final ConceptFinder finder;

  Needs(Taxonomy taxonomy, ConceptFinder finder) {
    this.taxonomy = taxonomy;
    this.finder = finder;
  }

  /// The city and the asks of a request, with the entries they are from.
  ///
  /// @param city the full record, or the described one
  /// @param needs one for each ask; null where the request described the need
  record Asked(City city, List<Ask> asks, List<@Nullable Need> needs) {}

  Asked read(Request request, Snapshot snapshot) {
    City city = city(request, snapshot);
    CityTraits traits = traits(request, city, snapshot);
    int asOf = year(snapshot);
    List<Ask> asks = new ArrayList<>();
    List<@Nullable Need> needs = new ArrayList<>();
    if (request.described() != null) {
      asks.add(described(request.described(), traits, asOf, request.hideOwnCases()));
      needs.add(null);
    } else {
      for (Need need : needs(request, snapshot, city)) {
        asks.add(ask(need, traits, asOf, request.hideOwnCases()));
        needs.add(need);
      }
    }
    return new Asked(city, asks, needs);
  }

  /// The ask of a need of the catalog.
  Ask ask(Need need, Snapshot snapshot) {
    CityTraits city =
        snapshot
            .city(need.city())
            .orElseThrow(() -> new NotFoundException(Kind.CITY, need.city(), ""));
    return ask(need, city, year(snapshot), false);
  }

  /// Ages count from the year in which the generation was built, so that answers can be repeated.
  private static int year(Snapshot snapshot) {
    return snapshot.manifest().created().atZone(ZoneOffset.UTC).getYear();
  }

  /// Of a known city those of the index, which keeps places to about a metre: an answer from the
  /// partner's side reads the same ones and must come to the same score.
  private static CityTraits traits(Request request, City city, Snapshot snapshot) {
    return request.city() == null
        ? CityTraits.of(city)
        : snapshot
            .city(city.id())
            .orElseThrow(() -> new NotFoundException(Kind.CITY, city.id(), ""));
  }

  private static City city(Request request, Snapshot snapshot) {
    EntryId id = request.city();
    if (id == null) {
      return java.util.Objects.requireNonNull(request.describedCity());
    }
    Entry entry =
        snapshot.entry(Kind.CITY, id).orElseThrow(() -> new NotFoundException(Kind.CITY, id, ""));
    return (City) entry;
  }

  private static List<Need> needs(Request request, Snapshot snapshot, City city) {
    EntryId id = request.need();
    if (id == null) {
      return snapshot.needs(city.id());
    }
    Need need =
        (Need)
            snapshot
                .entry(Kind.NEED, id)
                .orElseThrow(() -> new NotFoundException(Kind.NEED, id, ""));
    if (!need.city().equals(city.id())) {
      throw new NotFoundException(
          Kind.NEED, need.id(), " in city " + city.id() + "; it belongs to " + need.city());
    }
    return List.of(need);
  }

  private static Ask ask(Need need, CityTraits city, int asOf, boolean hideOwnCases) {
    StringBuilder words = new StringBuilder();
    for (Language language : Language.values()) {
      String name = need.name().in(language);
      words.append(name == null ? "" : name + "\n");
    }
    return new Ask(
        need.id(),
        city,
        need.technologies(),
        need.instruments(),
        words.toString(),
        words.toString(),
        need.budget(),
        need.stage(),
        asOf,
        hideOwnCases);
  }

  private Ask described(
      Request.Described described, CityTraits city, int asOf, boolean hideOwnCases) {
    List<Code> technologies = new ArrayList<>(described.technologies());
    List<Code> instruments = new ArrayList<>(described.instruments());
    Map<Code, Double> found = finder.codes(described.text());
    for (Code code : found.keySet()) {
      switch (code.root()) {
        case "FIN" -> addNew(instruments, code, described.instruments());
        case "FTY" -> {}
        default -> addNew(technologies, code, described.technologies());
      }
    }
    return new Ask(
        null,
        city,
        technologies,
        instruments,
        described.text(),
        inBothLanguages(described.text(), found.keySet()),
        described.budget(),
        null,
        asOf,
        hideOwnCases);
  }

  /// The words, and the labels of the concepts that they name: catalog texts are found and weighed
  /// alike whichever language the need is described in. Gates do not look at these, since a label
  /// such as "freight, port and aviation" says more than was asked.
  private String inBothLanguages(String text, Set<Code> concepts) {
    StringBuilder words = new StringBuilder(text);
    for (Code code : concepts) {
      for (Language language : Language.values()) {
        words.append('\n').append(taxonomy.label(code).best(language));
      }
    }
    return words.toString();
  }

  /// Words add codes only where the request names none itself.
  private static void addNew(List<Code> codes, Code code, List<Code> given) {
    if (given.isEmpty() && !codes.contains(code)) {
      codes.add(code);
    }
  }

  List<Answer.NamedCode> named(List<Code> codes) {
    return codes.stream().map(code -> new Answer.NamedCode(code, taxonomy.label(code))).toList();
  }
}
