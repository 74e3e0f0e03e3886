package greenpair.web.pages;

import greenpair.catalog.Disclosure;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.pages.Pages.Content;
import greenpair.pages.program.ProgramPages.ContactPage;
import greenpair.pages.view.Form;
import greenpair.pages.view.Visit;
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
        forms.page(path, Access.EDIT, this::show),
        forms.form(path, Access.EDIT, contacts::add, this::show),
        forms.button(path + "/{id}/remove", Access.EDIT, contacts::remove, PageForm::backOf));
  }

  private Content show(Context context, Visit visit, Form form, String back, Snapshot snapshot) {
    Kind kind = Kind.of(form.value("kind")).orElseThrow(NoPageException::new);
    EntryId entry = form.id("entry");
    if (entry == null || !Disclosure.hasPersons(kind) || snapshot.entry(kind, entry).isEmpty()) {
      throw new NoPageException();
    }
    if (!Objects.requireNonNull(visit.member()).caller().mayChange(Contact.city(kind, entry))) {
      throw Guard.forbidden();
    }
    List<Contact> persons = contacts.of(context, kind, entry, SHOWN);
    return new Content("program/contact", new ContactPage(form, back, kind, persons));
  }
}
