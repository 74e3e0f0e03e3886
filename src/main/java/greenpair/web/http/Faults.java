package greenpair.web.http;

import greenpair.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the errors of a request, so that all are reported at once. The first hundred are
/// listed, all are counted.
public final class Faults {
  private static final int LISTED = 100;

  private final List<Fault> found = new ArrayList<>();
  private long count;
  private boolean missing;

  public void add(String field, @Nullable String value, Message rule, Message next) {
    count++;
    if (found.size() < LISTED) {
      found.add(Fault.of(field, value, rule, next));
    }
  }

  public void addAll(Faults others) {
    others.found.forEach(each -> add(each.field(), each.value(), each.rule(), each.next()));
  }

  /// A part of the address that names nothing: the answer is 404 instead of 400.
  public void addMissing(String field, String value, Message rule, Message next) {
    missing = true;
    add(field, value, rule, next);
  }

  /// Whether nothing was wrong so far.
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// Refuses the request with all errors, if there are any.
  public void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    Message detail = found.getFirst().sentence();
    if (count > 1) {
      detail = Message.of("fault.count", "first", detail, "count", count);
    }
    ProblemKind kind = missing ? ProblemKind.NOT_FOUND : ProblemKind.INVALID_REQUEST;
    throw new RefusedException(kind, detail, found);
  }
}
