package greenpair.web.pages;

import greenpair.pages.program.SearchesPage;
import greenpair.pages.view.Form;
import greenpair.program.Searches.StoredEdit;
import greenpair.program.database.Page;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.searches.SearchEditHandler;
import io.javalin.http.Context;
import java.util.List;

/// The page on which coordinators add terms and pins to search.
public record SearchesPageHandler(PageForms forms, SearchEditHandler edits) {
  private static final String PATH = "/searches";
  private static final int SHOWN = 100;

  public List<Route> routes() {
    return List.of(
        Route.get(
            PATH,
            Access.COORDINATE,
            context -> show(context, new Form(PageQuery.of(context).given(), List.of()))),
        forms.form(
            PATH,
            Access.COORDINATE,
            edits::add,
            context -> PATH,
            (context, form, isStale) -> show(context, form)),
        forms.button(PATH + "/{id}/undo", Access.COORDINATE, edits::end, context -> PATH));
  }

  private void show(Context context, Form form) {
    List<StoredEdit> made =
        edits
            .reading()
            .read(
                context, (records, caller) -> records.searches().list(Page.NEWEST, SHOWN).items());
    forms
        .frame()
        .showRecord(
            context, "program/searches", (visit, query, snapshot) -> new SearchesPage(form, made));
  }
}
