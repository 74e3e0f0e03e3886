package greenpair.web.pages;

import greenpair.pages.program.ListPage;
import greenpair.pages.program.ListPage.ListsPage;
import greenpair.pages.view.Form;
import greenpair.program.SavedList;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.lists.ListHandler;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pages of lists. Their forms are read by the same code as the bodies of the API. Each form
/// states the version that it changes; if that version is outdated, the form is shown again with
/// the current one.
public record ListPageHandler(
    PageFrame frame, PageForms forms, ListHandler lists, EntryDisclosure disclosure) {
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

  private void all(Context context) {
    Form given = new Form(PageQuery.of(context).given(), List.of());
    all(context, given, PageForm.back(given.value("back")));
  }

  private void all(Context context, Form form, String back) {
    List<SavedList> kept = lists.all(context, false);
    List<SavedList> deleted = lists.all(context, true);
    frame.showRecord(
        context,
        "program/lists",
        (visit, query, snapshot) -> ListsPage.of(form, back, kept, deleted, snapshot));
  }

  /// Makes a list, or adds an entry to the one that the form names.
  private void add(Context context) {
    PageForm form = PageForm.of(context);
    String list = form.value("list");
    String back = form.back();
    String from = back.equals("/") ? "" : "?back=" + greenpair.pages.view.PageText.encode(back);
    forms.submit(
        context,
        () -> list.isEmpty() ? ListForm.created(form) : form.body(),
        list.isEmpty() ? lists::add : (input, caller) -> lists.addingItem(input, caller, list),
        done -> {
          String address = list.isEmpty() ? Objects.requireNonNull(done.location()) : list;
          return PATH + "/" + address.replaceFirst(".*/", "") + from;
        },
        (sent, again, isStale) -> all(context, again, back));
  }

  private void one(Context context, Form form, String notice) {
    show(context, lists.own(context), true, form, notice);
  }

  private void show(Context context, SavedList list, boolean isOwn, Form form, String notice) {
    frame.showRecord(
        context,
        "program/savedlist",
        (visit, query, snapshot) -> {
          String from = query.one("back");
          String back = from == null ? "" : PageForm.back(from);
          return disclosure.page(
              context,
              snapshot,
              view -> ListPage.of(list, isOwn, form, back, notice, snapshot, view));
        });
  }

  private void submit(Context context, ObjectNode body, WriteEndpoint.RequestParser reading) {
    forms.submit(
        context,
        () -> body,
        reading,
        done -> PATH + "/" + context.pathParam("id"),
        (sent, form, isStale) -> one(context, form, isStale ? STALE : ""));
  }

  /// Converts the submitted form of a saved list to the body of the equivalent API request.
  static final class ListForm {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ListForm() {}

    /// A new list, with the entry that the form names, if any.
    static ObjectNode created(PageForm form) {
      ObjectNode body = MAPPER.createObjectNode();
      String name = form.value("name");
      if (!name.isEmpty()) {
        body.put("name", name);
      }
      if (!form.value("entry").isEmpty()) {
        body.putArray("items").add(form.body().without(List.of("name", "list")));
      }
      return body;
    }

    /// The whole list after one change: `do` is `rename`, `note`, `up`, `down` or `remove`, and all
    /// but the first say which entry by `item`.
    static ObjectNode changed(PageForm form, SavedList.Content content) {
      String what = form.value("do");
      List<SavedList.Item> items = new ArrayList<>(content.items());
      int at = 0;
      while (at < items.size() && !word(items.get(at)).equals(form.value("item"))) {
        at++;
      }
      if (at < items.size()) {
        SavedList.Item item = items.get(at);
        switch (what) {
          case "note" ->
              items.set(at, new SavedList.Item(item.kind(), item.entry(), form.value("note")));
          case "up" -> Collections.swap(items, at, Math.max(0, at - 1));
          case "down" -> Collections.swap(items, at, Math.min(items.size() - 1, at + 1));
          case "remove" -> items.remove(at);
          default -> {} // Only the name changes.
        }
      }
      return body(what.equals("rename") ? form.value("name") : content.name(), items)
          .put("number", form.value("number"));
    }

    static String word(SavedList.Item item) {
      return item.kind().word() + ":" + item.entry().value();
    }

    private static ObjectNode body(String name, List<SavedList.Item> items) {
      ObjectNode body = MAPPER.createObjectNode();
      if (!name.isEmpty()) {
        body.put("name", name);
      }
      ArrayNode all = body.putArray("items");
      for (SavedList.Item each : items) {
        ObjectNode item =
            all.addObject().put("kind", each.kind().word()).put("entry", each.entry().value());
        if (!each.note().isEmpty()) {
          item.put("note", each.note());
        }
      }
      return body;
    }
  }
}
