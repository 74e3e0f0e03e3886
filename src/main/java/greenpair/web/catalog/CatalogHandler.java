package greenpair.web.catalog;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.taxonomy.Concept;
import greenpair.index.contract.Participation;
import greenpair.index.generation.Manifest;
import greenpair.match.ListCursor;
import greenpair.web.answers.AnswerEndpoint;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.Replies;
import greenpair.web.input.Input;
import greenpair.web.input.Slice;
import greenpair.web.program.ReadEndpoint;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/// Shows what the catalog holds: cities, single entries, the taxonomy.
public record CatalogHandler(AnswerEndpoint answering, EntryDisclosure disclosure) {
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

  public List<Route> routes() {
    Class<?> inLanguage = ReadEndpoint.InLanguage.class;
    return List.of(
        Route.get("/api/v1/taxonomy", Access.READ, this::taxonomy)
            .as("taxonomy", inLanguage, Concepts.class),
        Route.get("/api/v1/programmes", Access.READ, this::programmes)
            .as("programmes", inLanguage, Programmes.class),
        Route.get("/api/v1/cities", Access.READ, this::cities)
            .as("cities", Slice.InLanguage.class, Cities.class),
        Route.get("/api/v1/cities/{id}", Access.READ, this::city)
            .as("city", inLanguage, CityWithNeeds.class)
            .where("id", "us-ca-losangeles"),
        Route.get("/api/v1/entries/{kind}/{id}", Access.READ, this::entry)
            .as("entry", inLanguage, Single.class)
            .where("kind", "firm")
            .where("id", "byd"));
  }

  private void cities(Context context) {
    answering.answerByAddress(
        context,
        input -> {
          Slice.InLanguage sent = input.query(Slice.InLanguage.class);
          int from = sent.slice().start().from();
          int limit = sent.slice().limit();
          return new AnswerEndpoint.ParsedRequest(
              sent.lang(),
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

  private void programmes(Context context) {
    alone(
        context,
        snapshot ->
            new Programmes(
                snapshot.manifest().id(),
                snapshot.configuration(),
                snapshot.participation().programmes()));
  }

  private void city(Context context) {
    answer(
        context,
        (input, view) -> {
          Optional<City> found = input.inPath(Kind.CITY).map(City.class::cast);
          Language language = input.query(ReadEndpoint.InLanguage.class).lang();
          City city = (City) view.see(found.orElseThrow(), input.snapshot());
          List<Need> all =
              input.snapshot().needs(city.id()).stream()
                  .map(need -> (Need) view.see(need, input.snapshot()))
                  .toList();
          Participation participation = input.snapshot().participation();
          boolean isApart = participation.has(city.id());
          List<Need> needs =
              all.stream().filter(need -> !isApart || participation.has(need)).toList();
          List<Need> others =
              all.stream().filter(need -> isApart && !participation.has(need)).toList();
          return new AnswerEndpoint.ParsedRequest(
              language,
              snapshot ->
                  new CityWithNeeds(
                      snapshot.manifest().id(), snapshot.configuration(), city, needs, others));
        });
  }

  private void entry(Context context) {
    answer(
        context,
        (input, view) -> {
          Optional<Entry> found = input.kindInPath().flatMap(input::inPath);
          Language language = input.query(ReadEndpoint.InLanguage.class).lang();
          Entry entry = view.see(found.orElseThrow(), input.snapshot());
          return new AnswerEndpoint.ParsedRequest(
              language,
              snapshot -> new Single(snapshot.manifest().id(), snapshot.configuration(), entry));
        });
  }

  /// Answers with what the caller may see: one answer for all who are not signed in.
  private void answer(
      Context context, BiFunction<Input, DisclosureView, AnswerEndpoint.ParsedRequest> parser) {
    Replies.checkNoTable(context);
    DisclosureView view = disclosure.view(context);
    if (view.isOpen()) {
      answering.answerByAddress(context, input -> parser.apply(input, view));
      return;
    }
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    answering.answer(
        context,
        input -> {
          AnswerEndpoint.ParsedRequest wanted = parser.apply(input, view);
          view.writeDown();
          return wanted;
        });
  }

  private void taxonomy(Context context) {
    alone(
        context,
        snapshot ->
            new Concepts(
                snapshot.manifest().id(),
                snapshot.configuration(),
                List.copyOf(snapshot.taxonomy().concepts())));
  }

  /// Answers a request whose only parameter is the language.
  private void alone(Context context, AnswerEndpoint.AnswerMaker making) {
    answering.answerByAddress(
        context,
        input -> {
          Language language = input.query(ReadEndpoint.InLanguage.class).lang();
          return new AnswerEndpoint.ParsedRequest(language, making);
        });
  }
}
