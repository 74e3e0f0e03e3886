package greenpair.web.pages;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.pages.search.SearchPageBuilder;
import greenpair.search.Search;
import greenpair.search.SearchRequest;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.http.Faults;
import greenpair.web.http.ValueParser;
import greenpair.web.pages.frame.BadPageException;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.pages.frame.PageQuery;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The search, which is the front page.
///
/// @param engines asked anew for each request
public record SearchPageHandler(PageFrame frame, LiveAnswerParts engines, Taxonomy taxonomy) {
  private static final int MOST_VALUES = 50;

  /// A city without words or conditions is asked for by who wants its page.
  public void search(Context context) {
    PageQuery query = PageQuery.of(context.queryString());
    if (query.one("city") != null && query.isBlankBut("city", "lang")) {
      Optional<EntryId> city = frame.named(context, query);
      if (city.isPresent()) {
        PageForm.goOn(context, "/cities/" + city.get());
        return;
      }
    }
    frame.show(
        context,
        (opened, snapshot) ->
            frame.pages().search(opened.visit(), asked(opened.query()), search(snapshot), snapshot),
        (opened, snapshot) ->
            frame
                .pages()
                .foundTable(opened.visit(), asked(opened.query()), search(snapshot), snapshot)
                .orElseThrow(NoPageException::new));
  }

  private Search search(Snapshot snapshot) {
    return engines.of(snapshot.configuration()).search();
  }

  private SearchPageBuilder.Asked asked(PageQuery query) {
    String words = Objects.requireNonNullElse(query.one("q"), "");
    if (words.length() > SearchRequest.MAX_TEXT) {
      throw new BadPageException();
    }
    return new SearchPageBuilder.Asked(
        words, kinds(query), facets(query), near(query), query.one("cursor"));
  }

  private static Set<Kind> kinds(PageQuery query) {
    return query.all("kind").stream()
        .flatMap(word -> Kind.of(word).stream())
        .filter(Kind.SEARCHED::contains)
        .collect(Collectors.toSet());
  }

  private Map<Facet, Set<String>> facets(PageQuery query) {
    // Read as the API reads them; what it would refuse is passed over.
    ValueParser checks = new ValueParser(new Faults(), taxonomy);
    Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> values =
          query.all(facet.word()).stream()
              .limit(MOST_VALUES)
              .flatMap(each -> checks.facet(facet, each).stream())
              .collect(Collectors.toCollection(TreeSet::new));
      if (!values.isEmpty()) {
        facets.put(facet, values);
      }
    }
    return facets;
  }

  private static SearchPageBuilder.Near near(PageQuery query) {
    return switch (Objects.requireNonNullElse(query.one("near"), "")) {
      case "climate" -> SearchPageBuilder.Near.CLIMATE;
      case "city" -> SearchPageBuilder.Near.CITY;
      default -> SearchPageBuilder.Near.ANYWHERE;
    };
  }
}
