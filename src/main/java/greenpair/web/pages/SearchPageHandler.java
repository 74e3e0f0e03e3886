package greenpair.web.pages;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.Pages.Content;
import greenpair.pages.search.SearchPage;
import greenpair.pages.search.SearchPageBuilder;
import greenpair.search.Search;
import greenpair.search.SearchCursor;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.ValueParser;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.searches.SearchLog;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The search, which is the front page.
///
/// @param answerParts asked anew for each request
public record SearchPageHandler(
    PageFrame frame, LiveAnswerParts answerParts, Taxonomy taxonomy, SearchLog log) {
  private static final int MOST_VALUES = 50;
  private static final Map<String, Kind> KINDS =
      ValueParser.words(Kind.SEARCHED.toArray(Kind[]::new));
  private static final Map<String, SearchPageBuilder.Near> NEAR =
      ValueParser.words(SearchPageBuilder.Near.values());

  private static final Map<String, EntryQuery.Order> ORDERS =
      ValueParser.words(EntryQuery.Order.values());

  public Route route() {
    return Route.get("/", Access.READ, this::search);
  }

  /// A city without words or conditions is asked for by who wants its page.
  private void search(Context context) {
    PageQuery query = PageQuery.of(context);
    if (query.isBlankBut("city", "lang")) {
      Optional<EntryId> city = frame.named(context, query);
      if (city.isPresent()) {
        PageForm.goOn(context, "/cities/" + city.get());
        return;
      }
    }
    frame.showCached(context, this::found);
    log.searched(context);
  }

  /// What is found, of which a file has all; the front page without a question.
  private Content found(PageFrame.Opened opened, Snapshot snapshot) {
    SearchPageBuilder.Asked asked = asked(opened);
    SearchPageBuilder pages = frame.pages().searches();
    Search search = search(snapshot);
    SearchPage page =
        opened.isTable()
            ? pages.whole(asked, opened.visit(), search, snapshot)
            : pages.of(asked, opened.visit(), search, snapshot);
    if (page.found() != null) {
      return new Content("search/search", page);
    }
    if (opened.isTable()) {
      throw new NoPageException();
    }
    return new Content("front/home", frame.pages().home().of(page, snapshot));
  }

  private Search search(Snapshot snapshot) {
    return answerParts.of(snapshot.configuration()).search();
  }

  /// Read as the API reads it: an address that is wrong shows no list as if it were filtered.
  private SearchPageBuilder.Asked asked(PageFrame.Opened opened) {
    PageQuery query = opened.query();
    ValueParser checks = query.checks(taxonomy);
    String words = checks.words("q", Objects.requireNonNullElse(query.one("q"), ""));
    Set<Kind> kinds =
        query.all("kind").stream()
            .filter(each -> !each.isBlank())
            .flatMap(each -> checks.choice("kind", each, KINDS).stream())
            .collect(Collectors.toSet());
    Map<Facet, Set<String>> facets = facets(query, checks);
    SearchPageBuilder.Near near = query.choice("near", NEAR);
    EntryQuery.Order order = query.choice("sort", ORDERS);
    String cursor = query.one("cursor");
    if (cursor != null && SearchCursor.of(cursor).isEmpty()) {
      checks.fault("cursor", cursor, Message.of("check.cursor"), Message.of("check.cursor.next"));
    }
    query.checkRead();
    return new SearchPageBuilder.Asked(
        words,
        kinds,
        facets,
        near == null ? SearchPageBuilder.Near.ANYWHERE : near,
        order == null ? EntryQuery.Order.RELEVANCE : order,
        cursor);
  }

  private static Map<Facet, Set<String>> facets(PageQuery query, ValueParser checks) {
    Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> words =
          query.all(facet.word()).stream().filter(each -> !each.isBlank()).toList();
      if (words.size() > MOST_VALUES) {
        checks.fault(
            facet.word(),
            Integer.toString(words.size()),
            Message.of("check.times", "most", MOST_VALUES),
            Message.of("next.fewer"));
      }
      Set<String> values =
          words.stream()
              .limit(MOST_VALUES)
              .flatMap(each -> checks.facet(facet, each).stream())
              .collect(Collectors.toCollection(TreeSet::new));
      if (!values.isEmpty()) {
        facets.put(facet, values);
      }
    }
    return facets;
  }
}
