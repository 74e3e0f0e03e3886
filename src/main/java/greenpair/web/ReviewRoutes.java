package greenpair.web;

import static greenpair.web.Routes.Route.delete;
import static greenpair.web.Routes.Route.get;
import static greenpair.web.Routes.Route.post;
import static greenpair.web.Routes.Route.put;

import greenpair.web.auth.Access;
import greenpair.web.pages.ReviewPageHandler;
import greenpair.web.reviews.ReviewHandler;
import java.util.List;

/// The addresses of uncertain pairs of firms, for coordinators.
record ReviewRoutes(ReviewHandler reviews, ReviewPageHandler pages) {
  List<Routes.Route> all() {
    String api = "/api/v1/reviews";
    String page = ReviewPageHandler.PATH;
    return List.of(
        get(api, Access.COORDINATE, reviews::list),
        put(api + "/{id}", Access.COORDINATE, reviews::answer),
        delete(api + "/{id}", Access.COORDINATE, reviews::undo),
        get(page, Access.COORDINATE, pages::show),
        post(page + "/{id}", Access.COORDINATE, pages::answer),
        post(page + "/{id}/undo", Access.COORDINATE, pages::undo));
  }
}
