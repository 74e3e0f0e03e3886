package greenpair.web.catalog;

import module java.base;

import greenpair.catalog.Disclosure;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.CallerView;
import greenpair.program.Contacts.Contact;
import greenpair.program.ProgramStore;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.web.auth.Guard;
import greenpair.web.http.RequestId;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Shows entries of the catalog as far as the caller may see them, and audits access to private
/// data.
public record EntryDisclosure(Guard guard, ProgramStore store, InstantSource clock) {
  /// More persons than a programme keeps of one partner or city; the newest are shown.
  private static final int MOST = 200;

  public DisclosureView view(Context context) {
    return view(context, (kind, id) -> List.of());
  }

  /// The same with the contact persons that the programme keeps, for pages: they change without a
  /// new generation, so no answer that is cached may have them.
  private DisclosureView viewWithContacts(Context context) {
    Caller caller = guard.caller(context);
    return view(context, (kind, id) -> contacts(caller, kind, id));
  }

  /// What a page shows as the caller may see it; the private data in it is written to the audit.
  ///
  /// @param request null for a page that everybody sees
  public <T> T page(@Nullable Context request, Snapshot snapshot, Function<CallerView, T> making) {
    if (request == null) {
      return making.apply(CallerView.OPEN);
    }
    DisclosureView view = viewWithContacts(request);
    T page = making.apply(open -> view.see(open, snapshot));
    view.writeDown();
    return page;
  }

  private DisclosureView view(Context context, DisclosureView.Contacts contacts) {
    Caller caller = guard.caller(context);
    if (!caller.isSignedIn()) {
      return DisclosureView.open(); // It is kept longer than the request.
    }
    return new DisclosureView(caller, subjects -> writeDown(context, caller, subjects), contacts);
  }

  private List<Contact> contacts(Caller caller, Kind kind, EntryId id) {
    return Disclosure.hasPersons(kind)
        ? store.read(
            records -> records.contacts().list(kind, id, caller, Page.NEWEST, MOST).items())
        : List.of();
  }

  private void writeDown(Context context, Caller caller, List<String> subjects) {
    String subject = String.join("; ", subjects);
    RequestOrigin origin = RequestId.origin(context);
    store.change(
        records -> records.audit().add(caller, clock.instant(), "private.read", subject, origin));
  }
}
