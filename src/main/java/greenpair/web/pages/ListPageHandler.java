package greenpair.web.pages;

import greenpair.pages.program.ListPages;
import greenpair.pages.view.Form;
import greenpair.program.SavedList;
import greenpair.web.auth.Access;
import greenpair.web.auth.Route;
import greenpair.web.lists.ListHandler;
import greenpair.web.pages.frame.PageDisclosure;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/// The pages of lists. Their forms are read by the same code as the bodies of the API. Each form
/// states the version that it changes; if that version is outdated, the form is shown again with
/// the current one.
public record ListPageHandler(
    PageFrame frame, PageForms forms, ListHandler lists, PageDisclosure seeing) {
  private static final String PATH = "/lists";
  private static final String STALE = "list.stale";

  public List<Route> routes() {
    String one = PATH + "/{id}";
    return List.of(
        Route.get(PATH, Access.MEMBER, this::all),
        Route.post(PATH, Access.MEMBER, this::add),
        Route.get(
            PATH + "/shared/{link}",
            Access.MEMBER,
            context -> show(context, lists.behindLink(context), false, Form.EMPTY, "")),
        Route.get(one, Access.MEMBER, context -> one(context, Form.EMPTY, "")),
        Route.post(
            one,
            Access.MEMBER,
            context -> {
              SavedList.Content content = lists.own(context).content();
              submit(context, ListForm.changed(PageForm.of(context), content), lists::put);
            }),
        button(one + "/undo", lists::undo),
        button(one + "/share", lists::share),
        button(one + "/unshare", lists::unshare),
        button(one + "/delete", lists::delete));
  }

  private Route button(String path, WriteEndpoint.RequestParser reading) {
    return Route.post(
        path, Access.MEMBER, context -> submit(context, PageForm.of(context).body(), reading));
  }

  private ListPages pages() {
    return frame.pages().lists();
  }

  private void all(Context context) {
    Form given = new Form(PageQuery.of(context.queryString()).given(), List.of());
    all(context, given, PageForm.back(given.value("back")));
  }

  private void all(Context context, Form form, String back) {
    List<SavedList> kept = lists.all(context, false);
    List<SavedList> deleted = lists.all(context, true);
    frame.showFresh(
        context,
        (visit, query, snapshot) -> pages().lists(visit, form, back, kept, deleted, snapshot));
  }

  /// Makes a list, or adds an entry to the one that the form names.
  private void add(Context context) {
    PageForm form = PageForm.of(context);
    String list = form.value("list");
    String back = form.back();
    String from = back.equals("/") ? "" : "?back=" + greenpair.pages.view.View.encode(back);
    forms.submit(
        context,
        list.isEmpty() ? ListForm.created(form) : form.body(),
        list.isEmpty() ? lists::add : (input, caller) -> lists.addingItem(input, caller, list),
        done -> {
          String address = list.isEmpty() ? Objects.requireNonNull(done.location()) : list;
          return PATH + "/" + address.replaceFirst(".*/", "") + from;
        },
        (again, isStale) -> all(context, again, back));
  }

  private void one(Context context, Form form, String notice) {
    show(context, lists.own(context), true, form, notice);
  }

  private void show(Context context, SavedList list, boolean isOwn, Form form, String notice) {
    frame.showFresh(
        context,
        (visit, query, snapshot) -> {
          String from = query.one("back");
          String back = from == null ? "" : PageForm.back(from);
          return seeing.page(
              context,
              snapshot,
              view -> pages().list(visit, list, isOwn, form, back, notice, snapshot, view));
        });
  }

  private void submit(Context context, ObjectNode body, WriteEndpoint.RequestParser reading) {
    forms.submit(
        context,
        body,
        reading,
        done -> PATH + "/" + context.pathParam("id"),
        (form, isStale) -> one(context, form, isStale ? STALE : ""));
  }
}
