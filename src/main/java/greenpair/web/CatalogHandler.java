package greenpair.web;

import greenpair.catalog.City;
import greenpair.catalog.Concept;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Taxonomy;
import greenpair.index.Manifest;
import greenpair.match.Request;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// Shows what the catalog holds: cities, single entries, the taxonomy.
final class CatalogHandler {
  private static final int FARTHEST = 1_000_000_000;

  private final Answering answering;
  private final Taxonomy taxonomy;

  CatalogHandler(Answering answering, Taxonomy taxonomy) {
    this.answering = answering;
    this.taxonomy = taxonomy;
  }

  /// A part of the list of cities, in the order of the catalog.
  ///
  /// @param total cities in the catalog
  /// @param from place of the first one shown, from 0
  record Cities(
      String generation,
      String configuration,
      long total,
      int from,
      int limit,
      List<Entry> cities) {}

  /// A city with its needs by id.
  record CityWithNeeds(String generation, String configuration, Entry city, List<Need> needs) {}

  /// One entry of any kind.
  record Single(String generation, String configuration, Entry entry) {}

  /// All concepts in the order of their file.
  record Concepts(String generation, String configuration, List<Concept> concepts) {}

  private record Page(int from, int limit) {}

  private record Named(String what, Kind kind, EntryId id) {}

  void cities(Context context) {
    answering.answerByAddress(
        context,
        input -> {
          Parameters parameters = input.parameters("from", "limit", "lang");
          int from = parameters.whole("from", FARTHEST, 0);
          int limit = parameters.limit(Request.MAX_LIMIT);
          Language language = parameters.language();
          input.check();
          return new Answering.Wanted(
              new Page(from, limit),
              language,
              snapshot -> {
                Manifest manifest = snapshot.manifest();
                return new Cities(
                    manifest.id(),
                    snapshot.configuration(),
                    manifest.count(Kind.CITY),
                    from,
                    limit,
                    snapshot.entries(Kind.CITY, from, limit));
              });
        });
  }

  void city(Context context) {
    answering.answerByAddress(
        context,
        input -> {
          Optional<City> found = input.cityInPath();
          Language language = input.parameters("lang").language();
          input.check();
          City city = found.orElseThrow();
          return new Answering.Wanted(
              new Named("city", Kind.CITY, city.id()),
              language,
              snapshot ->
                  new CityWithNeeds(
                      snapshot.manifest().id(),
                      snapshot.configuration(),
                      city,
                      snapshot.needs(city.id())));
        });
  }

  void entry(Context context) {
    answering.answerByAddress(
        context,
        input -> {
          Optional<Entry> found = input.kindInPath().flatMap(input::inPath);
          Language language = input.parameters("lang").language();
          input.check();
          Entry entry = found.orElseThrow();
          return new Answering.Wanted(
              new Named("entry", entry.kind(), entry.id()),
              language,
              snapshot -> new Single(snapshot.manifest().id(), snapshot.configuration(), entry));
        });
  }

  void taxonomy(Context context) {
    answering.answerByAddress(
        context,
        input -> {
          Language language = input.parameters("lang").language();
          input.check();
          return new Answering.Wanted(
              "taxonomy",
              language,
              snapshot ->
                  new Concepts(
                      snapshot.manifest().id(),
                      snapshot.configuration(),
                      List.copyOf(taxonomy.concepts())));
        });
  }
}
