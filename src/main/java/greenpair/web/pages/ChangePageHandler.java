package greenpair.web.pages;

import module java.base;

import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.index.read.Snapshot;
import greenpair.match.MarkedName;
import greenpair.message.Message;
import greenpair.pages.program.ChangesPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.PageText;
import greenpair.program.database.Page;
import greenpair.program.follow.Changes.Change;
import greenpair.program.follow.Follows.Follow;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.follow.ChangeView;
import greenpair.web.follow.FeedHandler;
import greenpair.web.follow.FollowHandler;
import greenpair.web.follow.SavedSearches;
import greenpair.web.follow.SubscriptionHandler;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The page of changes, followed items and notification settings.
public record ChangePageHandler(
    PageForms forms,
    ReadEndpoint reading,
    FollowHandler follows,
    SubscriptionHandler subscriptions,
    FeedHandler changes) {
  private static final String PATH = "/changes";
  private static final String FOLLOWED = PATH + "#followed";
  private static final String TOLD = PATH + "#told";
  private static final int SHOWN = 50;

  /// What an address asks for: a part of the changes, or something to be followed.
  private record ChangesQuery(
      @Rule.Range(min = 1, max = 1e15) @Nullable Long before,
      @Nullable String search,
      @Rule.OneOf({"city", "need", "firm", "financier", "expert"}) @Nullable Kind sort,
      @Nullable EntryId entry) {}

  public List<Route> routes() {
    String unsubscribe = "/unsubscribe/{id}/{signature}";
    return List.of(
        Route.get(PATH, Access.MEMBER, context -> show(context, null, null, "")),
        forms.form(
            "/follows",
            Access.MEMBER,
            follows::add,
            context -> FOLLOWED,
            (context, form, isStale) -> show(context, form, null, "")),
        forms.button("/follows/{id}/remove", Access.MEMBER, follows::remove, context -> FOLLOWED),
        forms.form(
            PATH + "/settings",
            Access.MEMBER,
            subscriptions::choose,
            context -> TOLD,
            (context, form, isStale) -> show(context, null, form, "")),
        Route.post(PATH + "/feed", Access.MEMBER, this::openFeed),
        forms.button(
            PATH + "/feed/revoke", Access.MEMBER, subscriptions::closeFeed, context -> TOLD),
        Route.get(unsubscribe, Access.OPEN, this::ending),
        Route.post(unsubscribe, Access.OPEN, this::end));
  }

  /// @param follow what was typed to follow something; null for what the address says
  /// @param chosen input of the notification settings; null for the current ones
  /// @param feed address of a feed that was just made; empty for none
  private void show(Context context, @Nullable Form follow, @Nullable Form chosen, String feed) {
    SubscriptionHandler.SubscriptionView how = subscriptions.of(context);
    List<Follow> followed =
        reading.read(context, (records, caller) -> records.follows().of(caller.id()));
    forms.show(
        context,
        "program/changed",
        (visit, query, snapshot) -> {
          ChangesQuery asked = query.bind(ChangesQuery.class);
          long before = asked.before() == null ? Page.NEWEST : asked.before();
          Page<Change> page = changes.page(context, before, SHOWN);
          return new ChangesPage(
              page.items().stream().map(ChangePageHandler::item).toList(),
              page.next(),
              followed.stream().map(each -> followed(each, snapshot)).toList(),
              follow != null ? follow : followed(asked, snapshot),
              chosen != null ? chosen : form(how, visit.language()),
              subscriptions.hasMail(),
              how.feed(),
              feed,
              how.deliveries());
        });
  }

  private static ChangesPage.Item item(Change change) {
    ChangeView view = ChangeView.of(change);
    return new ChangesPage.Item(view.says(), view.page(), view.found());
  }

  private static ChangesPage.Followed followed(Follow follow, Snapshot snapshot) {
    if (follow.sort() == Follow.Sort.SEARCH) {
      return new ChangesPage.Followed(
          follow.id(), follow.sort(), follow.name(), "/?" + follow.what());
    }
    Kind kind = follow.sort().kind();
    Optional<Entry> entry = snapshot.entry(kind, follow.entry());
    return new ChangesPage.Followed(
        follow.id(),
        follow.sort(),
        MarkedName.find(kind, follow.entry(), snapshot).orElse(follow.name()),
        entry
            .map(each -> PageText.page(kind, each.id().value(), Disclosure.city(each)))
            .orElse(null));
  }

  /// The item to follow according to the address, to be confirmed by a button.
  private static Form followed(ChangesQuery asked, Snapshot snapshot) {
    String search = asked.search();
    if (search != null) {
      PageQuery saved = PageQuery.of(search);
      String kept =
          saved.given().entrySet().stream()
              .filter(each -> SavedSearches.names().contains(each.getKey()))
              .flatMap(
                  each ->
                      each.getValue().stream()
                          .filter(value -> !value.isBlank())
                          .map(value -> each.getKey() + "=" + PageText.encode(value)))
              .collect(Collectors.joining("&"));
      String words = saved.one("q");
      return Form.of(Map.of("sort", "search", "query", kept, "name", words == null ? "" : words));
    }
    Kind kind = asked.sort();
    EntryId entry = asked.entry();
    if (kind == null || entry == null) {
      return Form.EMPTY;
    }
    Text name =
        snapshot
            .name(kind, entry)
            .orElseThrow(
                () ->
                    RefusedException.invalid(
                        "entry",
                        entry.value(),
                        Input.rule(kind),
                        Message.of("next.correct_or_leave_out")));
    return Form.of(
        Map.of(
            "sort", kind.word(),
            "entry", entry.value(),
            "of", name.best(Language.EN),
            "of.zh", name.best(Language.ZH)));
  }

  /// The mails of a person who has not chosen yet are in the language of the page.
  private static Form form(SubscriptionHandler.SubscriptionView how, Language page) {
    boolean isChosen = how.email() != null;
    return Form.of(
        Map.of(
            "language",
            (isChosen ? how.language() : page).word(),
            "email",
            how.email() == null ? "" : how.email(),
            "digest",
            Word.of(how.digest())));
  }

  /// Makes the address of a feed and shows it: it cannot be had again.
  private void openFeed(Context context) {
    ObjectNode nothing = JsonMapper.shared().createObjectNode();
    WriteEndpoint.Done done = forms.writing().submit(context, nothing, subscriptions::openFeed);
    String address = ((SubscriptionHandler.Feed) done.body()).address();
    boolean isWhole = address.startsWith("http");
    show(context, null, null, isWhole ? address : changes.origin(context) + address);
  }

  /// Asks whether the mails shall end: a program that looks at all links of a mail must not end
  /// them.
  private void ending(Context context) {
    ending(context, subscriber(context).email() == null);
  }

  /// Ends the mails; also called by mail programs (RFC 8058).
  private void end(Context context) {
    changes.end(context, subscriber(context));
    ending(context, true);
  }

  private Subscriber subscriber(Context context) {
    return changes
        .ending(context.pathParam("id"), context.pathParam("signature"))
        .orElseThrow(NoPageException::new);
  }

  private void ending(Context context, boolean isDone) {
    String address = context.req().getRequestURI();
    forms.show(
        context,
        "program/unsubscribe",
        (visit, query, snapshot) -> new ChangesPage.Ending(address, isDone));
  }
}
