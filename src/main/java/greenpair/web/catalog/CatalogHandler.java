package greenpair.web.catalog;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Participation;
import greenpair.index.generation.Manifest;
import greenpair.match.ListCursor;
import greenpair.match.RecommendationRequest;
import greenpair.web.answers.AnswerEndpoint;
import greenpair.web.input.CursorParameter;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows what the catalog holds: cities, single entries, the taxonomy.
public record CatalogHandler(
    AnswerEndpoint answering, EntryDisclosure disclosing, Taxonomy taxonomy) {
  /// A part of the list of cities, in the order of the catalog.
  ///
  /// @param next cursor of the next part; null after the last
  record Cities(
      String generation,
      String configuration,
      long total,
      int limit,
      @Nullable String next,
      List<Entry> cities) {}

  record Programmes(String generation, String configuration, List<Programme> programmes) {}

  /// A city with its needs by id.
  ///
  /// @param needs those that take part in a programme, or all of a city that takes no part
  /// @param opportunities all others
  record CityWithNeeds(
      String generation,
      String configuration,
      Entry city,
      List<Need> needs,
      List<Need> opportunities) {}

  record Single(String generation, String configuration, Entry entry) {}

  record Concepts(String generation, String configuration, List<Concept> concepts) {}

  private record Page(int from, int limit) {}

  /// @param eyes name of the view, see [DisclosureView#name]
  private record Named(String what, Kind kind, EntryId id, String eyes) {}

  public void cities(Context context) {
    answering.answerByAddress(
        context,
        input -> {
          Parameters parameters = input.parameters("cursor", "limit", "lang");
          int from = CursorParameter.offset(parameters, input.checks());
          int limit = parameters.limit(RecommendationRequest.MAX_LIMIT);
          Language language = parameters.language();
          input.check();
          return new AnswerEndpoint.ParsedRequest(
              new Page(from, limit),
              language,
              snapshot -> {
                Manifest manifest = snapshot.manifest();
                return new Cities(
                    manifest.id(),
                    snapshot.configuration(),
                    manifest.count(Kind.CITY),
                    limit,
                    ListCursor.next(from + limit, manifest.count(Kind.CITY)),
                    snapshot.entries(Kind.CITY, from, limit));
              });
        });
  }

  public void programmes(Context context) {
    alone(
        context,
        "programmes",
        snapshot ->
            new Programmes(
                snapshot.manifest().id(),
                snapshot.configuration(),
                snapshot.participation().programmes()));
  }

  public void city(Context context) {
    answer(
        context,
        (input, eyes) -> {
          Optional<City> found = input.cityInPath();
          Language language = input.parameters("lang").language();
          input.check();
          City city = (City) eyes.see(found.orElseThrow(), input.snapshot());
          List<Need> all =
              input.snapshot().needs(city.id()).stream()
                  .map(need -> (Need) eyes.see(need, input.snapshot()))
                  .toList();
          Participation participation = input.snapshot().participation();
          boolean isApart = participation.has(city.id());
          List<Need> needs =
              all.stream().filter(need -> !isApart || participation.has(need)).toList();
          List<Need> others =
              all.stream().filter(need -> isApart && !participation.has(need)).toList();
          return new AnswerEndpoint.ParsedRequest(
              new Named("city", Kind.CITY, city.id(), eyes.name()),
              language,
              snapshot ->
                  new CityWithNeeds(
                      snapshot.manifest().id(), snapshot.configuration(), city, needs, others));
        });
  }

  public void entry(Context context) {
    answer(
        context,
        (input, eyes) -> {
          Optional<Entry> found = input.kindInPath().flatMap(input::inPath);
          Language language = input.parameters("lang").language();
          input.check();
          Entry entry = eyes.see(found.orElseThrow(), input.snapshot());
          return new AnswerEndpoint.ParsedRequest(
              new Named("entry", entry.kind(), entry.id(), eyes.name()),
              language,
              snapshot -> new Single(snapshot.manifest().id(), snapshot.configuration(), entry));
        });
  }

  private interface RequestParser {
    AnswerEndpoint.ParsedRequest read(Input input, DisclosureView eyes);
  }

  /// Answers with what the caller may see: one answer for all who are not signed in.
  private void answer(Context context, RequestParser reading) {
    DisclosureView eyes = disclosing.eyes(context);
    if (eyes.isOpen()) {
      answering.answerByAddress(context, input -> reading.read(input, eyes));
      return;
    }
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    answering.answer(
        context,
        input -> {
          AnswerEndpoint.ParsedRequest wanted = reading.read(input, eyes);
          eyes.writeDown();
          return wanted;
        });
  }

  public void taxonomy(Context context) {
    alone(
        context,
        "taxonomy",
        snapshot ->
            new Concepts(
                snapshot.manifest().id(),
                snapshot.configuration(),
                List.copyOf(taxonomy.concepts())));
  }

  /// Answers a request whose only parameter is the language.
  private void alone(Context context, String key, AnswerEndpoint.AnswerMaker making) {
    answering.answerByAddress(
        context,
        input -> {
          Language language = input.parameters("lang").language();
          input.check();
          return new AnswerEndpoint.ParsedRequest(key, language, making);
        });
  }
}
