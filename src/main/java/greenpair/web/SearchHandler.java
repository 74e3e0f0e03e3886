package greenpair.web;

import greenpair.catalog.Code;
import greenpair.catalog.Concept;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Taxonomy;
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
  private final List<Code> everyTechnology;

  SearchHandler(Answering answering, Search search, Taxonomy taxonomy) {
    this.answering = answering;
    this.search = search;
    this.everyTechnology =
        taxonomy.concepts().stream()
            .filter(concept -> concept.parent() == null && !Checks.isFinance(concept.code()))
            .map(Concept::code)
            .toList();
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
    // Who asks for nothing in particular sees all there is, not nothing.
    boolean isOpen = text.isBlank() && technologies.isEmpty();
    List<Code> wanted = isOpen ? everyTechnology : technologies;
    SearchRequest request = new SearchRequest(kinds, text, wanted, city, limit);
    return new Answering.Wanted(request, language, snapshot -> search.search(request, snapshot));
  }
}
