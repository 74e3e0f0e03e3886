package greenpair.web;

import static greenpair.web.Routes.Route.delete;
import static greenpair.web.Routes.Route.get;
import static greenpair.web.Routes.Route.post;
import static greenpair.web.Routes.Route.put;

import greenpair.web.auth.Access;
import greenpair.web.follow.FeedHandler;
import greenpair.web.follow.FollowHandler;
import greenpair.web.follow.SavedSearches;
import greenpair.web.follow.SubscriptionHandler;
import greenpair.web.pages.ChangePageHandler;
import greenpair.web.settings.ChangeSettings;
import java.util.List;

/// The addresses of what people follow and what changed of it.
record ChangeRoutes(
    FollowHandler follows,
    SubscriptionHandler subscriptions,
    FeedHandler changes,
    ChangePageHandler pages) {
  private static final String SUBSCRIPTION = "/api/v1/subscription";
  private static final String FEED = SUBSCRIPTION + "/feed";
  private static final String UNSUBSCRIBE = "/unsubscribe/{id}/{signature}";

  static ChangeRoutes of(HandlerParts shared, ServerParts parts, SavedSearches saved) {
    ChangeSettings changes = parts.settings().changes();
    boolean hasDigest = parts.settings().mail().isPresent() && changes.home().isPresent();
    FollowHandler follows = new FollowHandler(shared.reading, shared.writing, saved);
    SubscriptionHandler subscriptions =
        new SubscriptionHandler(shared.reading, shared.writing, parts.clock(), hasDigest, changes);
    FeedHandler feeds =
        new FeedHandler(
            shared.reading, parts.program(), subscriptions, parts.clock(), changes.address());
    return new ChangeRoutes(
        follows,
        subscriptions,
        feeds,
        new ChangePageHandler(
            shared.frame, shared.writing, shared.reading, follows, subscriptions, feeds));
  }

  List<Routes.Route> all() {
    return List.of(
        get("/api/v1/changes", Access.MEMBER, changes::list),
        get("/api/v1/follows", Access.MEMBER, follows::list),
        post("/api/v1/follows", Access.MEMBER, follows::add),
        delete("/api/v1/follows/{id}", Access.MEMBER, follows::remove),
        get(SUBSCRIPTION, Access.MEMBER, subscriptions::show),
        put(SUBSCRIPTION, Access.MEMBER, subscriptions::choose),
        post(FEED, Access.MEMBER, subscriptions::openFeed),
        delete(FEED, Access.MEMBER, subscriptions::closeFeed),
        get(FeedHandler.PATH + "{secret}", Access.OPEN, changes::feed),
        get(ChangePageHandler.PATH, Access.MEMBER, pages::show),
        post("/follows", Access.MEMBER, pages::follow),
        post("/follows/{id}/remove", Access.MEMBER, pages::unfollow),
        post("/changes/settings", Access.MEMBER, pages::choose),
        post("/changes/feed", Access.MEMBER, pages::openFeed),
        post("/changes/feed/revoke", Access.MEMBER, pages::closeFeed),
        get(UNSUBSCRIBE, Access.OPEN, pages::ending),
        post(UNSUBSCRIBE, Access.OPEN, pages::end));
  }
}
