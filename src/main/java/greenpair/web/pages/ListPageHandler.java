package greenpair.web.pages;

import greenpair.pages.program.ListPages;
import greenpair.pages.view.Form;
import greenpair.program.SavedList;
import greenpair.program.database.ConflictException;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.lists.ListHandler;
import greenpair.web.pages.frame.PageDisclosure;
import greenpair.web.pages.frame.PageForm;
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
    PageFrame frame, WriteEndpoint writing, ListHandler lists, PageDisclosure seeing) {
  public static final String PATH = "/lists";
  private static final String STALE = "list.stale";

  private ListPages pages() {
    return frame.pages().lists();
  }

  public void all(Context context) {
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
  public void add(Context context) {
    PageForm form = PageForm.of(context);
    String list = form.value("list");
    try {
      WriteEndpoint.Done done =
          list.isEmpty()
              ? writing.submit(context, ListForm.created(form), lists::add)
              : writing.submit(
                  context, form.body(), (input, caller) -> lists.addingItem(input, caller, list));
      String id =
          list.isEmpty() ? Objects.requireNonNull(done.location()).replaceFirst(".*/", "") : list;
      String back = form.back();
      String from = back.equals("/") ? "" : "?back=" + greenpair.pages.view.View.encode(back);
      PageForm.goOn(context, PATH + "/" + id + from);
    } catch (RefusedException e) {
      if (e.faults().isEmpty() || e.kind() == ProblemKind.NO_SUCH_RECORD) {
        throw e;
      }
      context.status(e.kind().status());
      all(context, form.again(e.faults()), form.back());
    }
  }

  public void one(Context context) {
    one(context, Form.EMPTY, "");
  }

  private void one(Context context, Form form, String notice) {
    show(context, lists.own(context), true, form, notice);
  }

  /// The list behind a link, for users who have the link and the role.
  public void shared(Context context) {
    show(context, lists.behindLink(context), false, Form.EMPTY, "");
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

  public void change(Context context) {
    PageForm form = PageForm.of(context);
    SavedList list = lists.own(context);
    submit(context, form, ListForm.changed(form, list.content()), lists::put);
  }

  public void undo(Context context) {
    PageForm form = PageForm.of(context);
    submit(context, form, form.body(), lists::undo);
  }

  public void share(Context context) {
    PageForm form = PageForm.of(context);
    submit(context, form, form.body(), lists::share);
  }

  public void unshare(Context context) {
    PageForm form = PageForm.of(context);
    submit(context, form, form.body(), lists::unshare);
  }

  public void delete(Context context) {
    PageForm form = PageForm.of(context);
    submit(context, form, form.body(), lists::delete);
  }

  private void submit(
      Context context, PageForm form, ObjectNode body, WriteEndpoint.RequestParser reading) {
    try {
      var _ = writing.submit(context, body, reading);
    } catch (ConflictException e) {
      context.status(ProblemKind.STALE.status());
      one(context, form.again(List.of()), STALE);
      return;
    } catch (RefusedException e) {
      if (e.faults().isEmpty() || e.kind() == ProblemKind.NO_SUCH_RECORD) {
        throw e;
      }
      context.status(e.kind().status());
      one(context, form.again(e.faults()), "");
      return;
    }
    PageForm.goOn(context, PATH + "/" + context.pathParam("id"));
  }
}
