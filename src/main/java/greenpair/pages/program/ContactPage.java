package greenpair.pages.program;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.pages.view.Form;
import greenpair.program.Contacts.Contact;
import java.util.List;

/// The contact persons of a partner or a city, with the form for another one.
///
/// @param persons newest first
public record ContactPage(Form form, String back, Kind kind, Text entry, List<Contact> persons) {}
