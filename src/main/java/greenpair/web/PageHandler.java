package greenpair.web;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.LiveIndex;
import greenpair.index.Snapshot;
import greenpair.pages.Assets;
import greenpair.pages.Pages;
import greenpair.pages.Visit;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Header;
import io.javalin.http.SameSite;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private final LiveIndex live;
  private final Pages pages;
  private final AnswerCache cache;

  PageHandler(LiveIndex live, Pages pages, AnswerCache cache) {
    this.live = live;
    this.pages = pages;
    this.cache = cache;
  }

  /// Makes a page on one snapshot.
  private interface Making {
    byte[] make(Visit visit, PageQuery query, Snapshot snapshot);
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

  void asset(Context context) {
    Assets.Asset asset =
        Assets.of(context.pathParam("name")).orElseThrow(() -> new NoPageException());
    context.contentType(asset.type());
    context.header(Header.CACHE_CONTROL, "public, max-age=" + YEAR + ", immutable");
    context.result(asset.open());
  }

  private void show(Context context, Making making) {
    PageQuery query = PageQuery.of(context.queryString());
    Language language = query.language(context);
    query.language().ifPresent(chosen -> remember(context, "lang", chosen.name()));
    try (Snapshot snapshot = live.acquire()) {
      Visit visit =
          new Visit(
              language,
              context.req().getRequestURI(),
              query.without(),
              home(context, query, snapshot));
      byte[] page =
          cache.get(
              snapshot.manifest(), visit, language, () -> making.make(visit, query, snapshot));
      reply(context, language, page);
    }
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

  static void reply(Context context, Language language, byte[] page) {
    HEADERS.forEach(context::header);
    context.header(Header.CONTENT_LANGUAGE, language == Language.EN ? "en" : "zh-Hans");
    context.contentType(HTML);
    context.result(page);
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
