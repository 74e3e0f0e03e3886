package greenpair.web.pages;

import greenpair.catalog.Disclosure;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.pages.Pages.Content;
import greenpair.pages.program.ProgramPages.ContactPage;
import greenpair.program.Contacts.Contact;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.program.ContactHandler;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;

/// The page on which people of the programme enter and remove contact persons.
public record ContactPageHandler(PageForms forms, ContactHandler contacts) {
  private static final int SHOWN = 200;

  public List<Route> routes() {
    String path = "/contacts";
    return List.of(
        Route.get(path, Access.EDIT, context -> forms.begin(context, showing(context))),
        Route.post(
            path, Access.EDIT, context -> forms.submit(context, contacts::add, showing(context))),
        Route.post(
            path + "/{id}/remove",
            Access.EDIT,
            context -> forms.press(context, contacts::remove, PageForm.of(context).back())));
  }

  private PageForms.Showing showing(Context context) {
    return (visit, form, back, snapshot) -> {
      Kind kind = Kind.of(form.value("kind")).orElseThrow(NoPageException::new);
      EntryId entry = form.id("entry");
      if (entry == null || !Disclosure.hasPersons(kind) || snapshot.entry(kind, entry).isEmpty()) {
        throw new NoPageException();
      }
      if (!Objects.requireNonNull(visit.member()).caller().mayChange(Contact.city(kind, entry))) {
        throw Guard.forbidden();
      }
      List<Contact> persons = contacts.of(context, kind, entry, SHOWN);
      return new Content("program/contact", ContactPage.of(form, kind, persons, back, snapshot));
    };
  }
}
