package greenpair.web;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Taxonomy;
import greenpair.index.Facet;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import greenpair.pages.Assets;
import greenpair.pages.ErrorPage;
import greenpair.pages.Pages;
import greenpair.pages.SearchPages;
import greenpair.pages.View;
import greenpair.pages.Visit;
import greenpair.search.SearchRequest;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Header;
import io.javalin.http.SameSite;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The addresses that people open in a browser: HTML, and the files that it refers to.
final class PageHandler {
  static final String HTML = "text/html; charset=utf-8";

  /// No script, style, frame or picture from elsewhere and none inside the document, so that a text
  /// that slipped through as markup could still do nothing.
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
              + " object-src 'none'",
          "Referrer-Policy",
          "same-origin",
          "Vary",
          "Accept-Encoding, Accept-Language, Cookie");

  private static final int YEAR = 365 * 24 * 60 * 60;
  private static final String CITY = "city";

  private static final List<Kind> SEARCHED =
      List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER, Kind.CITY);
  private static final List<Kind> PARTNERS = List.of(Kind.FIRM, Kind.FINANCIER);
  private static final List<String> NOT_PAGES =
      List.of("/api", "/openapi.json", "/healthz", "/readyz", "/metrics");
  private static final int MOST_IDS = 20;
  private static final int MOST_VALUES = 50;

  private final LiveIndex live;
  private final GenerationStore store;
  private final Pages pages;
  private final Supplier<Searching> searching;
  private final Taxonomy taxonomy;
  private final AnswerCache cache;

  /// @param searching what to search with now
  PageHandler(
      LiveIndex live,
      GenerationStore store,
      Pages pages,
      Supplier<Searching> searching,
      Taxonomy taxonomy,
      AnswerCache cache) {
    this.taxonomy = taxonomy;
    this.live = live;
    this.searching = searching;
    this.store = store;
    this.pages = pages;
    this.cache = cache;
  }

  /// Makes a page on one snapshot.
  private interface Making {
    byte[] make(Visit visit, PageQuery query, Snapshot snapshot);
  }

  void search(Context context) {
    show(
        context,
        (visit, query, snapshot) -> {
          String words = Objects.requireNonNullElse(query.one("q"), "");
          if (words.length() > SearchRequest.MAX_TEXT) {
            throw new BadPageException();
          }
          SearchPages.Asked asked =
              new SearchPages.Asked(
                  words, kinds(query), facets(query), near(query), query.one("cursor"));
          return pages.search(visit, asked, searching.get().search(), snapshot);
        });
  }

  private static Set<Kind> kinds(PageQuery query) {
    return query.all("kind").stream()
        .flatMap(word -> Kind.of(word).stream())
        .filter(SEARCHED::contains)
        .collect(Collectors.toSet());
  }

  private Map<Facet, Set<String>> facets(PageQuery query) {
    // Read as the API reads them; what it would refuse is passed over.
    Checks checks = new Checks(new Faults(), taxonomy);
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

  private static SearchPages.Near near(PageQuery query) {
    return switch (Objects.requireNonNullElse(query.one("near"), "")) {
      case "climate" -> SearchPages.Near.CLIMATE;
      case "city" -> SearchPages.Near.CITY;
      default -> SearchPages.Near.ANYWHERE;
    };
  }

  private byte[] entry(Visit visit, Entry entry, Snapshot snapshot) {
    return pages.entry(visit, entry, searching.get().search(), snapshot);
  }

  void cities(Context context) {
    show(context, (visit, query, snapshot) -> pages.cities(visit, snapshot));
  }

  void city(Context context) {
    show(
        context,
        (visit, query, snapshot) -> {
          City city = (City) inPath(Kind.CITY, context, snapshot);
          return pages.city(visit, city, id(query.one("need")), snapshot);
        });
  }

  void brief(Context context) {
    show(
        context,
        (visit, query, snapshot) ->
            pages.brief(visit, (City) inPath(Kind.CITY, context, snapshot), snapshot));
  }

  void partner(Context context) {
    show(
        context,
        (visit, query, snapshot) -> {
          Kind kind =
              Kind.of(context.pathParam("kind"))
                  .filter(PARTNERS::contains)
                  .orElseThrow(NoPageException::new);
          return entry(visit, inPath(kind, context, snapshot), snapshot);
        });
  }

  void solution(Context context) {
    show(
        context,
        (visit, query, snapshot) ->
            entry(visit, inPath(Kind.SOLUTION, context, snapshot), snapshot));
  }

  void compare(Context context) {
    show(
        context,
        (visit, query, snapshot) -> {
          // A form sends ids=a&ids=b, a link may say ids=a,b.
          List<String> ids =
              query.all("ids").stream()
                  .flatMap(each -> Arrays.stream(each.split(",")))
                  .map(String::strip)
                  .filter(each -> !each.isEmpty())
                  .limit(MOST_IDS)
                  .toList();
          return pages.compare(visit, ids, searching.get().search(), snapshot);
        });
  }

  void cohort(Context context) {
    show(
        context,
        (visit, query, snapshot) -> {
          String from = Objects.requireNonNullElse(query.one("from"), "0");
          int first = from.matches("[0-9]{1,8}") ? Integer.parseInt(from) : 0;
          return pages.cohort(visit, first, snapshot);
        });
  }

  /// Not from the cache: which generations there are changes without a new one being served.
  void data(Context context) {
    PageQuery query = PageQuery.of(context.queryString());
    try (Snapshot snapshot = live.acquire()) {
      Visit visit = visit(context, query, home(context, query, snapshot));
      reply(context, visit, pages.data(visit, store.list(), live.refusals(), snapshot));
    }
  }

  void asset(Context context) {
    Assets.Asset asset =
        Assets.of(context.pathParam("name")).orElseThrow(() -> new NoPageException());
    context.contentType(asset.type());
    context.header(Header.CACHE_CONTROL, "public, max-age=" + YEAR + ", immutable");
    context.result(asset.open());
  }

  private void show(Context context, Making making) {
    PageQuery query = PageQuery.of(context.queryString());
    try (Snapshot snapshot = live.acquire()) {
      Visit visit = visit(context, query, home(context, query, snapshot));
      Answered page =
          cache.get(
              snapshot.manifest(),
              searching.get().configuration(),
              visit,
              visit.language(),
              () -> making.make(visit, query, snapshot));
      head(context, visit);
      Replies.write(context, page);
    }
  }

  /// Whether the one who asks is a person in front of a browser, and the address not the API's.
  static boolean isWanted(Context context) {
    String path = context.req().getRequestURI();
    String accept = Objects.requireNonNullElse(context.header(Header.ACCEPT), "");
    return accept.contains("text/html")
        && NOT_PAGES.stream().noneMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  /// Says what went wrong as a page.
  ///
  /// @param key of the phrases
  /// @param id of a failure in the log; empty for none
  void error(Context context, int status, String key, String id) {
    context.status(status);
    Visit visit = visit(context, PageQuery.of(context.queryString()), null);
    reply(context, visit, pages.error(visit, new ErrorPage(status, key, id)));
  }

  private static Visit visit(Context context, PageQuery query, @Nullable EntryId home) {
    query.language().ifPresent(chosen -> remember(context, "lang", chosen.name()));
    Language language = query.language(context);
    return new Visit(language, context.req().getRequestURI(), query.without(), home);
  }

  /// The city that the address names, which is remembered, or the one that was.
  private static @Nullable EntryId home(Context context, PageQuery query, Snapshot snapshot) {
    EntryId named = id(query.one(CITY));
    if (named != null && snapshot.city(named).isPresent()) {
      remember(context, CITY, named.value());
      return named;
    }
    EntryId kept = id(context.cookie(CITY));
    return kept != null && snapshot.city(kept).isPresent() ? kept : null;
  }

  private static void remember(Context context, String name, String value) {
    Cookie cookie = new Cookie(name, value.toLowerCase(Locale.ROOT));
    cookie.setPath("/");
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }

  private static void reply(Context context, Visit visit, byte[] page) {
    head(context, visit);
    context.result(page);
  }

  private static void head(Context context, Visit visit) {
    HEADERS.forEach(context::header);
    context.header(Header.CONTENT_LANGUAGE, View.lang(visit.language()));
    context.contentType(HTML);
  }

  private static Entry inPath(Kind kind, Context context, Snapshot snapshot) {
    return Optional.ofNullable(id(context.pathParam("id")))
        .flatMap(id -> snapshot.entry(kind, id))
        .orElseThrow(NoPageException::new);
  }

  /// The word as an id, or null when no entry can have it.
  private static @Nullable EntryId id(@Nullable String word) {
    if (word == null) {
      return null;
    }
    try {
      return new EntryId(word);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
