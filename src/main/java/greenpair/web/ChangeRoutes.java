package greenpair.web;

import greenpair.web.auth.Access;
import greenpair.web.follow.FeedHandler;
import greenpair.web.follow.FollowHandler;
import greenpair.web.follow.SubscriptionHandler;
import greenpair.web.pages.ChangePageHandler;
import io.javalin.http.HandlerType;
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

  List<Routes.Route> all() {
    return List.of(
        new Routes.Route(HandlerType.GET, "/api/v1/changes", Access.MEMBER, changes::list),
        new Routes.Route(HandlerType.GET, "/api/v1/follows", Access.MEMBER, follows::list),
        new Routes.Route(HandlerType.POST, "/api/v1/follows", Access.MEMBER, follows::add),
        new Routes.Route(
            HandlerType.DELETE, "/api/v1/follows/{id}", Access.MEMBER, follows::remove),
        new Routes.Route(HandlerType.GET, SUBSCRIPTION, Access.MEMBER, subscriptions::show),
        new Routes.Route(HandlerType.PUT, SUBSCRIPTION, Access.MEMBER, subscriptions::choose),
        new Routes.Route(HandlerType.POST, FEED, Access.MEMBER, subscriptions::openFeed),
        new Routes.Route(HandlerType.DELETE, FEED, Access.MEMBER, subscriptions::closeFeed),
        new Routes.Route(
            HandlerType.GET, FeedHandler.PATH + "{secret}", Access.OPEN, changes::feed),
        new Routes.Route(HandlerType.GET, ChangePageHandler.PATH, Access.MEMBER, pages::show),
        new Routes.Route(HandlerType.POST, "/follows", Access.MEMBER, pages::follow),
        new Routes.Route(HandlerType.POST, "/follows/{id}/remove", Access.MEMBER, pages::unfollow),
        new Routes.Route(HandlerType.POST, "/changes/settings", Access.MEMBER, pages::choose),
        new Routes.Route(HandlerType.POST, "/changes/feed", Access.MEMBER, pages::openFeed),
        new Routes.Route(HandlerType.POST, "/changes/feed/revoke", Access.MEMBER, pages::closeFeed),
        new Routes.Route(HandlerType.GET, UNSUBSCRIBE, Access.OPEN, pages::ending),
        new Routes.Route(HandlerType.POST, UNSUBSCRIBE, Access.OPEN, pages::end));
  }
}
