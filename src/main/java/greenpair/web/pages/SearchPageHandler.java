package greenpair.web.pages;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.Pages.Content;
import greenpair.pages.search.SearchPage;
import greenpair.pages.search.SearchPageBuilder;
import greenpair.search.SearchCursor;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.searches.SearchLog;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// The search, which is the front page.
public record SearchPageHandler(PageFrame frame, SearchLog log) {
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
    frame.showCatalogPage(context, this::found);
    log.searched(context);
  }

  /// What is found; the front page without a question.
  private Content found(PageFrame.Opened opened, Snapshot snapshot) {
    SearchPageBuilder.Criteria asked = asked(opened, snapshot);
    SearchPage page = SearchPageBuilder.of(asked, opened.visit(), frame.search(snapshot), snapshot);
    return page.found() != null
        ? new Content("search/search", page)
        : new Content("front/home", frame.pages().home().of(page, snapshot));
  }

  private SearchPageBuilder.Criteria asked(PageFrame.Opened opened, Snapshot snapshot) {
    SearchPageQuery asked = opened.query().bind(SearchPageQuery.class, snapshot.taxonomy());
    return new SearchPageBuilder.Criteria(
        asked.q(),
        Set.copyOf(asked.kind()),
        asked.facets(),
        asked.near(),
        asked.sort(),
        asked.cursor());
  }

  /// Read as the API reads it: an address that is wrong shows no list as if it were filtered.
  private record SearchPageQuery(
      @Rules.Default("") String q,
      @Rules.Searched List<Kind> kind,
      Map<Facet, Set<String>> facets,
      @Rules.Default("anywhere") SearchPageBuilder.Near near,
      @Rules.Default("relevance") EntryQuery.Order sort,
      @Nullable String cursor)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (cursor != null && SearchCursor.of(cursor).isEmpty()) {
        Message rule = Message.of("check.cursor");
        fields.checks().fault("cursor", cursor, rule, Message.of("check.cursor.next"));
      }
    }
  }
}
