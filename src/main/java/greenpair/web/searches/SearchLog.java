package greenpair.web.searches;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.program.ProgramStore;
import greenpair.program.Searches.Searched;
import greenpair.search.SearchRequest;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.http.ClientAddress;
import greenpair.web.pages.frame.PageQuery;
import io.javalin.http.Context;
import io.javalin.http.Header;

/// Counts what people search on pages, if `keep_searches` says so. Neither a person nor an address
/// nor a time of day is kept, and no query that looks like personal data. Thread-safe; a request
/// only counts in memory.
///
/// @param waiting how often each was counted since the last time that counts were stored
public record SearchLog(
    LiveIndex live,
    LiveAnswerParts answerParts,
    ProgramStore store,
    Clock calendar,
    ClientAddress remote,
    boolean isOn,
    Map<Searched, Long> waiting) {
  /// Longer texts are pasted and may contain anything.
  private static final int LONGEST = 100;

  private static final int MOST_WAITING = 10_000;

  /// Sent by the script of the search page while somebody types.
  private static final String TYPING = "Greenpair-Typing";

  /// An email address, or seven digits as in a telephone number.
  private static final Pattern PERSONAL =
      Pattern.compile("@|(?:\\p{Nd}[^\\p{Nd}\\p{L}]{0,2}){6}\\p{Nd}");

  /// Counts the search of a page that was shown.
  public void searched(Context context) {
    if (context.header(TYPING) == null) {
      count(context, PageQuery.of(context), false);
    }
  }

  /// Counts that a page of the catalog was opened from a search, as the browser says.
  public void opened(Context context) {
    String from = context.header(Header.REFERER);
    try {
      URI address = new URI(from == null ? "" : from);
      String host = address.getRawAuthority();
      if (host != null && remote.isOwn(context, host) && "/".equals(address.getPath())) {
        count(context, PageQuery.of(address.getRawQuery()), true);
      }
    } catch (URISyntaxException e) {
      // Another program wrote it.
    }
  }

  /// Only words in all kinds or one are a query; what else narrows it is not counted.
  private void count(Context context, PageQuery query, boolean isOpened) {
    String words = query.one("q");
    List<String> kinds = query.all("kind");
    if (isOn
        && words != null
        && words.length() <= LONGEST
        && kinds.size() < 2
        && query.isBlankBut("q", "kind", "city", "lang")
        && waiting.size() < MOST_WAITING
        && !PERSONAL.matcher(SearchRequest.folded(words)).find()) {
      Kind kind = kinds.stream().findFirst().flatMap(Kind::of).orElse(null);
      var language = PageQuery.of(context).language(context);
      Searched one = new Searched(language, words, kind, isOpened ? 0 : 1, 0, isOpened ? 1 : 0);
      waiting.merge(one, 1L, Long::sum);
    }
  }

  /// Stores what was counted since the last time. A database that is not open is not touched.
  public void flush() {
    if (waiting.isEmpty() || !store.isOpen()) {
      return;
    }
    try (Snapshot snapshot = live.acquire()) {
      var search = answerParts.of(snapshot).search();
      for (Searched each : Set.copyOf(waiting.keySet())) {
        long matches = search.search(request(each), snapshot).total();
        long times = Objects.requireNonNullElse(waiting.get(each), 0L);
        LocalDate day = LocalDate.now(calendar);
        String folded = SearchRequest.folded(each.query());
        store.change(all -> all.searches().count(day, folded, each.times(times, matches)));
        // Only now: what the database did not take is stored the next time.
        waiting.computeIfPresent(each, (same, now) -> now > times ? now - times : null);
      }
    }
  }

  /// The search that was counted.
  static SearchRequest request(Searched searched) {
    Kind kind = searched.kind();
    List<Kind> kinds = kind == null ? SearchRequest.EVERYTHING : List.of(kind);
    return SearchRequest.of(kinds, searched.query(), SearchRequest.DEFAULT_LIMIT);
  }
}
