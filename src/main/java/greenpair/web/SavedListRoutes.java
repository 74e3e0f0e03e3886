package greenpair.web;

import greenpair.web.auth.Access;
import greenpair.web.lists.ListHandler;
import greenpair.web.pages.ListPageHandler;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;

/// The addresses of saved lists, in the API and the pages. All members have access; the handler
/// ensures that users see and change only their own lists.
record SavedListRoutes(ListHandler lists, ListPageHandler pages) {
  List<Routes.Route> all() {
    return List.of(
        api(HandlerType.GET, "", lists::list),
        api(HandlerType.POST, "", lists::add),
        api(HandlerType.GET, "/shared/{link}", lists::shared),
        api(HandlerType.GET, "/{id}", lists::one),
        api(HandlerType.PUT, "/{id}", lists::put),
        api(HandlerType.DELETE, "/{id}", lists::delete),
        api(HandlerType.POST, "/{id}/items", lists::addItem),
        api(HandlerType.POST, "/{id}/undo", lists::undo),
        api(HandlerType.PUT, "/{id}/share", lists::share),
        api(HandlerType.DELETE, "/{id}/share", lists::unshare),
        page(HandlerType.GET, "", pages::all),
        page(HandlerType.POST, "", pages::add),
        page(HandlerType.GET, "/shared/{link}", pages::shared),
        page(HandlerType.GET, "/{id}", pages::one),
        page(HandlerType.POST, "/{id}", pages::change),
        page(HandlerType.POST, "/{id}/undo", pages::undo),
        page(HandlerType.POST, "/{id}/share", pages::share),
        page(HandlerType.POST, "/{id}/unshare", pages::unshare),
        page(HandlerType.POST, "/{id}/delete", pages::delete));
  }

  private static Routes.Route api(HandlerType method, String path, Handler handler) {
    return new Routes.Route(method, "/api/v1/lists" + path, Access.MEMBER, handler);
  }

  private static Routes.Route page(HandlerType method, String path, Handler handler) {
    return new Routes.Route(method, ListPageHandler.PATH + path, Access.MEMBER, handler);
  }
}
