package greenpair.web.pages.frame;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.LiveIndex;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.pages.Pages;
import greenpair.pages.Pages.Content;
import greenpair.pages.Pages.ErrorPage;
import greenpair.pages.city.ProgramNotes;
import greenpair.pages.view.Form;
import greenpair.pages.view.PageText;
import greenpair.pages.view.Visit;
import greenpair.search.Search;
import greenpair.web.answers.AnswerCache;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import greenpair.web.auth.Guard;
import greenpair.web.http.CompressedAnswer;
import greenpair.web.http.Fault;
import greenpair.web.http.Format;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.Replies;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/// The frame of every page: caller, language and own city; one snapshot for the whole page; the
/// cache for those who are not signed in; the headers.
///
/// @param within time limit for the index queries of one page; zero for no limit
public record PageFrame(
    LiveIndex live,
    Pages pages,
    LiveAnswerParts answerParts,
    AnswerCache cache,
    Guard guard,
    Duration within) {
  public static final String HTML = "text/html; charset=utf-8";

  /// No script, style, frame or image from other hosts and none inline, so that text that is not
  /// escaped by mistake is still harmless.
  public static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
              + " object-src 'none'",
          "Referrer-Policy",
          "same-origin",
          "Vary",
          "Accept-Encoding, Accept-Language, Cookie");

  public static final int YEAR = 365 * 24 * 60 * 60;
  private static final List<String> NOT_PAGES =
      List.of("/api", "/openapi.json", "/healthz", "/readyz", "/metrics");

  public Search search(Snapshot snapshot) {
    return answerParts.of(snapshot).search();
  }

  /// Why a changed configuration is not effective; empty if there is no error.
  public List<Text> faults() {
    return answerParts.faults();
  }

  /// Makes a page on one snapshot. It holds nothing of the request but what it is given: a public
  /// page may be computed again after the request.
  public interface CatalogPage {
    Content make(Opened opened, Snapshot snapshot);
  }

  /// Makes a page on one snapshot that is not kept.
  public interface FreshPage {
    Content make(Visit visit, PageQuery query, Snapshot snapshot);
  }

  /// The contents of a page.
  ///
  /// @param request of a signed-in user; null for everyone else
  public record Opened(
      Visit visit, PageQuery query, Map<String, String> parts, @Nullable Context request) {
    public Entry inPath(Kind kind, Snapshot snapshot) {
      return EntryId.parse(parts.get("id"))
          .flatMap(id -> snapshot.entry(kind, id))
          .orElseThrow(NoPageException::new);
    }

    /// What people of the programme wrote, for one of them.
    public ProgramNotes notes(Function<Context, ProgramNotes> reading) {
      return request == null ? ProgramNotes.EMPTY : reading.apply(request);
    }
  }

  /// Precomputes the most expensive page; has no effect without a generation.
  public void prepare() {
    if (live.isReady()) {
      try (Snapshot snapshot = live.acquire()) {
        pages.prepare(snapshot);
        AnswerParts current = answerParts.of(snapshot);
        current.search().prepare();
        current.suggestions().prepare();
      }
    }
  }

  /// Shows a page that depends only on the catalog and the caller. Pages for signed-in users may
  /// contain programme data and are not cached.
  public void showCatalogPage(Context context, CatalogPage making) {
    PageQuery query = PageQuery.of(context);
    query.checkRead();
    CompressedAnswer page;
    try (Snapshot snapshot = live.acquire(Deadline.in(within, System::nanoTime))) {
      Visit visit = visit(context, query, snapshot);
      @Nullable Context request = visit.member() == null ? null : context;
      Format.checkPage(context);
      Opened opened = new Opened(visit, query, context.pathParamMap(), request);
      if (request != null) {
        reply(context, visit, pages.html(made(opened, making, snapshot), visit, snapshot));
        return;
      }
      page =
          cache.get(
              visit,
              snapshot,
              now ->
                  CompressedAnswer.of(
                      pages.html(made(opened, making, now), visit, now), visit.language()));
      head(context, visit);
    }
    Replies.write(context, page);
  }

  private static Content made(Opened opened, CatalogPage making, Snapshot snapshot) {
    Content content = making.make(opened, snapshot);
    opened.query().check(opened.visit().home());
    return content;
  }

  /// Shows a page that changes without a new generation.
  public void showFresh(Context context, FreshPage making) {
    PageQuery query = PageQuery.of(context);
    try (Snapshot snapshot = live.acquire(Deadline.in(within, System::nanoTime))) {
      Visit visit = visit(context, query, snapshot);
      Content content = making.make(visit, query, snapshot);
      byte[] page = pages.html(content, visit, snapshot); // Templates read fields of forms.
      check(context, visit);
      reply(context, visit, page);
    }
  }

  /// Makes the record that a template shows.
  public interface PageRecord {
    Object of(Visit visit, PageQuery query, Snapshot snapshot);
  }

  /// The same for a page with one template.
  public void showRecord(Context context, String template, PageRecord shown) {
    showFresh(
        context,
        (visit, query, snapshot) -> new Content(template, shown.of(visit, query, snapshot)));
  }

  /// A form that is shown again was sent to an address without a query.
  private static void check(Context context, Visit visit) {
    if (!context.method().equals(HandlerType.POST)) {
      Format.checkPage(context);
      PageQuery.of(context).check(visit.home());
    }
  }

  /// Shows a page that needs no snapshot.
  public void showWithoutIndex(Context context, String template, Object page) {
    check(context, visit(context));
    reply(context, template, page);
  }

  private void reply(Context context, String template, Object page) {
    Visit visit = visit(context);
    reply(context, visit, pages.html(new Content(template, page), visit, null));
  }

  /// Whether the client is a browser and the address not one of the API.
  public static boolean isWanted(Context context) {
    String path = context.req().getRequestURI();
    String accept = Objects.requireNonNullElse(context.header(Header.ACCEPT), "");
    return accept.contains("text/html")
        && Format.takesPage(context)
        && NOT_PAGES.stream().noneMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  public void error(Context context, ProblemKind kind, String id, List<Fault> faults) {
    context.status(kind.status());
    reply(
        context,
        "front/error",
        new ErrorPage(
            kind.status(), kind.title().text(), kind.explanation().text(), id, shown(faults)));
  }

  /// Errors for a page, without field names, because each is shown beside its field.
  public static List<Form.Fault> shown(List<Fault> faults) {
    return faults.stream()
        .map(each -> new Form.Fault(each.field().replaceFirst("\\[.*", ""), each.beside().text()))
        .toList();
  }

  /// Who asks a page that needs no snapshot.
  public Visit visit(Context context) {
    return new Visits(guard).of(context, PageQuery.of(context), null, false);
  }

  private Visit visit(Context context, PageQuery query, Snapshot snapshot) {
    boolean hides = answerParts.of(snapshot).hidesUnverified();
    return new Visits(guard).of(context, query, Visits.home(context, query, snapshot), hides);
  }

  /// The city of the catalog that the address names; it is remembered.
  public Optional<EntryId> named(Context context, PageQuery query) {
    try (Snapshot snapshot = live.acquire(Deadline.in(within, System::nanoTime))) {
      return Optional.ofNullable(Visits.home(context, query, snapshot))
          .filter(each -> each.equals(query.city()));
    }
  }

  private static void reply(Context context, Visit visit, byte[] page) {
    head(context, visit);
    context.result(page);
  }

  private static void head(Context context, Visit visit) {
    HEADERS.forEach(context::header);
    if (visit.member() != null) {
      context.header(Header.CACHE_CONTROL, "private, no-cache");
    }
    context.header(Header.CONTENT_LANGUAGE, PageText.lang(visit.language()));
    context.contentType(HTML);
  }
}
