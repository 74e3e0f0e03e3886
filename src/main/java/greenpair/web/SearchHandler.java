package greenpair.web;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.match.Request;
import greenpair.match.Search;
import greenpair.match.SearchRequest;
import io.javalin.http.Context;
import java.util.List;

/// Finds solutions, and firms and financiers, by words and by technology.
final class SearchHandler {
  private static final List<Kind> PARTNERS = List.of(Kind.FIRM, Kind.FINANCIER);

  private final Answering answering;
  private final Search search;

  SearchHandler(Answering answering, Search search) {
    this.answering = answering;
    this.search = search;
  }

  void solutions(Context context) {
    answering.answer(
        context,
        input ->
            wanted(
                input,
                input.parameters("q", "technology", "city", "limit", "lang"),
                List.of(Kind.SOLUTION)));
  }

  void partners(Context context) {
    answering.answer(
        context,
        input -> {
          Parameters parameters =
              input.parameters("q", "kind", "technology", "city", "limit", "lang");
          return wanted(input, parameters, parameters.kinds(PARTNERS, PARTNERS));
        });
  }

  private Answering.Wanted wanted(Input input, Parameters parameters, List<Kind> kinds) {
    String text = parameters.words();
    List<Code> technologies = parameters.technologies();
    EntryId city = input.city("city", parameters.one("city"));
    int limit = parameters.limit(Request.DEFAULT_LIMIT);
    Language language = parameters.language();
    input.check();
    SearchRequest request = new SearchRequest(kinds, text, technologies, city, limit);
    return new Answering.Wanted(request, language, snapshot -> search.search(request, snapshot));
  }
}
