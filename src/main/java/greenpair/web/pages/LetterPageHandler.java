package greenpair.web.pages;

import greenpair.pages.program.LetterPage;
import greenpair.pages.view.Form;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.program.LetterDrafts;
import greenpair.web.program.LetterHandler;
import io.javalin.http.Context;
import java.util.List;

/// The page of a letter. Input is never lost: a form with errors, or one that conflicts with
/// another user's change, is shown again.
public record LetterPageHandler(
    PageForms forms, LetterHandler letters, EntryDisclosure disclosure) {
  public List<Route> routes() {
    String path = "/introductions/{id}";
    return List.of(
        Route.get(path + "/letter", Access.MEMBER, context -> show(context, Form.EMPTY, "")),
        forms.form(
            path + "/letter",
            Access.EDIT,
            letters::save,
            LetterPageHandler::path,
            (context, form, isStale) -> show(context, form, isStale ? "letter.stale" : "")));
  }

  private static String path(Context context) {
    return "/introductions/" + context.pathParam("id") + "/letter";
  }

  private void show(Context context, Form form, String notice) {
    LetterDrafts.LetterBasis kept = letters.kept(context);
    forms
        .frame()
        .showRecord(
            context,
            "program/letter",
            (visit, query, snapshot) ->
                disclosure.page(
                    context,
                    snapshot,
                    view ->
                        LetterPage.of(
                            kept.introduction(),
                            letters.drafts().draft(kept, snapshot),
                            kept.saved(),
                            form,
                            visit.mayChange(kept.introduction().city()),
                            notice,
                            snapshot,
                            view)));
  }
}
