package greenpair.web;

import greenpair.web.auth.Access;
import greenpair.web.pages.ReviewPageHandler;
import greenpair.web.reviews.ReviewHandler;
import io.javalin.http.HandlerType;
import java.util.List;

/// The addresses of uncertain pairs of firms, for coordinators.
record ReviewRoutes(ReviewHandler reviews, ReviewPageHandler pages) {
  List<Routes.Route> all() {
    String api = "/api/v1/reviews";
    String page = ReviewPageHandler.PATH;
    return List.of(
        new Routes.Route(HandlerType.GET, api, Access.COORDINATE, reviews::list),
        new Routes.Route(HandlerType.PUT, api + "/{id}", Access.COORDINATE, reviews::answer),
        new Routes.Route(HandlerType.DELETE, api + "/{id}", Access.COORDINATE, reviews::undo),
        new Routes.Route(HandlerType.GET, page, Access.COORDINATE, pages::show),
        new Routes.Route(HandlerType.POST, page + "/{id}", Access.COORDINATE, pages::answer),
        new Routes.Route(HandlerType.POST, page + "/{id}/undo", Access.COORDINATE, pages::undo));
  }
}
