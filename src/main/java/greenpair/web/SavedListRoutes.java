package greenpair.web;

import static greenpair.web.Routes.Route.delete;
import static greenpair.web.Routes.Route.get;
import static greenpair.web.Routes.Route.post;
import static greenpair.web.Routes.Route.put;

import greenpair.web.auth.Access;
import greenpair.web.lists.ListHandler;
import greenpair.web.pages.ListPageHandler;
import java.util.List;

/// The addresses of saved lists, in the API and the pages. All members have access; the handler
/// ensures that users see and change only their own lists.
record SavedListRoutes(ListHandler lists, ListPageHandler pages) {
  private static final String API = "/api/v1/lists";

  List<Routes.Route> all() {
    return List.of(
        get(API, Access.MEMBER, lists::list),
        post(API, Access.MEMBER, lists::add),
        get(API + "/shared/{link}", Access.MEMBER, lists::shared),
        get(API + "/{id}", Access.MEMBER, lists::one),
        put(API + "/{id}", Access.MEMBER, lists::put),
        delete(API + "/{id}", Access.MEMBER, lists::delete),
        post(API + "/{id}/items", Access.MEMBER, lists::addItem),
        post(API + "/{id}/undo", Access.MEMBER, lists::undo),
        put(API + "/{id}/share", Access.MEMBER, lists::share),
        delete(API + "/{id}/share", Access.MEMBER, lists::unshare),
        get(ListPageHandler.PATH, Access.MEMBER, pages::all),
        post(ListPageHandler.PATH, Access.MEMBER, pages::add),
        get(ListPageHandler.PATH + "/shared/{link}", Access.MEMBER, pages::shared),
        get(ListPageHandler.PATH + "/{id}", Access.MEMBER, pages::one),
        post(ListPageHandler.PATH + "/{id}", Access.MEMBER, pages::change),
        post(ListPageHandler.PATH + "/{id}/undo", Access.MEMBER, pages::undo),
        post(ListPageHandler.PATH + "/{id}/share", Access.MEMBER, pages::share),
        post(ListPageHandler.PATH + "/{id}/unshare", Access.MEMBER, pages::unshare),
        post(ListPageHandler.PATH + "/{id}/delete", Access.MEMBER, pages::delete));
  }
}
