package greenpair.web.pages.frame;

import greenpair.index.read.Snapshot;
import greenpair.pages.view.CallerView;
import greenpair.web.catalog.DisclosureView;
import greenpair.web.catalog.EntryDisclosure;
import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Creates pages in the view of the caller, and audits the private data that they show.
public record PageDisclosure(EntryDisclosure disclosing) {
  /// A page as the caller may see it.
  public byte[] page(
      @Nullable Context request, Snapshot snapshot, Function<CallerView, byte[]> making) {
    if (request == null) {
      return making.apply(CallerView.OPEN);
    }
    DisclosureView view = disclosing.viewWithContacts(request);
    byte[] page = making.apply(open -> view.see(open, snapshot));
    view.writeDown();
    return page;
  }
}
