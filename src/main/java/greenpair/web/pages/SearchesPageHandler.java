package greenpair.web.pages;

import greenpair.pages.program.SearchesPage;
import greenpair.pages.view.Form;
import greenpair.program.database.Page;
import greenpair.search.EditPreview;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageQuery;
import greenpair.web.searches.SearchEditHandler;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page on which coordinators see what people search, and add terms and pins.
public record SearchesPageHandler(PageForms forms, SearchEditHandler edits) {
  private static final String PATH = "/searches";
  private static final int SHOWN = 100;

  public List<Route> routes() {
    return List.of(
        Route.get(
            PATH,
            Access.COORDINATE,
            context -> show(context, new Form(PageQuery.of(context).given(), List.of()), null)),
        Route.post(PATH + "/preview", Access.COORDINATE, this::preview),
        forms.form(PATH, Access.COORDINATE, edits::add, context -> PATH, this::again),
        forms.button(PATH + "/{id}/undo", Access.COORDINATE, edits::end, context -> PATH));
  }

  private void preview(Context context) {
    PageForm form = PageForm.of(context);
    forms
        .sent(context, form::body, edits::preview, this::again)
        .map(done -> ((SearchEditHandler.PreviewView) done.body()).preview())
        .ifPresent(preview -> show(context, form.again(List.of()), preview));
  }

  private void again(Context context, Form form, boolean isStale) {
    show(context, form, null);
  }

  private void show(Context context, Form form, @Nullable EditPreview preview) {
    SearchesPage page =
        edits
            .reading()
            .read(
                context,
                (records, caller) ->
                    new SearchesPage(
                        form,
                        edits.days(),
                        edits.searched(records),
                        records.searches().list(Page.NEWEST, SHOWN).items(),
                        preview));
    forms.show(context, "program/searches", (visit, query, snapshot) -> page);
  }
}
