package greenpair.web.pages;

import greenpair.catalog.Disclosure;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.Contacts.Contact;
import greenpair.web.auth.Guard;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.ContactHandler;
import io.javalin.http.Context;
import java.util.Objects;

/// The page on which people of the programme enter and remove contact persons.
public record ContactPageHandler(PageForms forms, ContactHandler contacts) {
  private static final int SHOWN = 200;

  public void show(Context context) {
    forms.begin(context, showing(context));
  }

  public void add(Context context) {
    forms.submit(context, contacts::add, showing(context));
  }

  public void remove(Context context) {
    forms.submit(
        context,
        contacts::remove,
        (visit, form, back, snapshot) -> {
          throw new NoPageException();
        });
  }

  private PageForms.Showing showing(Context context) {
    return (visit, form, back, snapshot) -> {
      Kind kind = Kind.of(form.value("kind")).orElseThrow(NoPageException::new);
      EntryId entry = PageFrame.id(form.value("entry"));
      if (entry == null || !Disclosure.hasPersons(kind) || snapshot.entry(kind, entry).isEmpty()) {
        throw new NoPageException();
      }
      if (!Objects.requireNonNull(visit.member()).caller().mayChange(Contact.city(kind, entry))) {
        throw Guard.forbidden();
      }
      return forms
          .pages()
          .contact(visit, form, kind, contacts.of(context, kind, entry, SHOWN), back, snapshot);
    };
  }
}
