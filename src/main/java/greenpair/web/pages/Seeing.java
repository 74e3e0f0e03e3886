package greenpair.web.pages;

import greenpair.index.read.Snapshot;
import greenpair.pages.look.Eyes;
import greenpair.web.catalog.Disclosing;
import greenpair.web.catalog.DisclosureView;
import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes pages with the eyes of whoever asks for them, and writes down what they showed that is
/// private.
record Seeing(Disclosing disclosing) {
  /// @param request of somebody who is signed in; null for everyone else
  byte[] page(@Nullable Context request, Snapshot snapshot, Function<Eyes, byte[]> making) {
    if (request == null) {
      return making.apply(Eyes.OPEN);
    }
    DisclosureView view = disclosing.eyes(request);
    byte[] page = making.apply(open -> view.see(open, snapshot));
    view.writeDown();
    return page;
  }
}
