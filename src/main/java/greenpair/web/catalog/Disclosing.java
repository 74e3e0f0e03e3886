package greenpair.web.catalog;

import greenpair.program.ProgramStore;
import greenpair.program.access.Caller;
import greenpair.web.auth.Guard;
import greenpair.web.http.RequestId;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;

/// Shows entries of the catalog as far as the caller may see them, and audits access to private
/// data.
public final class Disclosing {
  private final Guard guard;
  private final ProgramStore store;
  private final InstantSource clock;

  public Disclosing(Guard guard, ProgramStore store, InstantSource clock) {
    this.guard = guard;
    this.store = store;
    this.clock = clock;
  }

  /// The view of the caller of the request.
  public DisclosureView eyes(Context context) {
    Caller caller = guard.caller(context);
    if (!caller.isSignedIn()) {
      return DisclosureView.open(); // It is kept longer than the request.
    }
    return new DisclosureView(caller, subjects -> writeDown(context, caller, subjects));
  }

  private void writeDown(Context context, Caller caller, List<String> subjects) {
    store.write(
        records -> {
          String subject = String.join("; ", subjects);
          records
              .audit()
              .add(caller, clock.instant(), "private.read", subject, RequestId.origin(context));
          return subject;
        });
  }
}
