package greenpair.reindex;

import java.util.List;

/// More lines of a catalog are bad than the run allows; nothing was published.
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RejectedException(long count, long allowed, List<String> first) {
    super(
        count
            + (count == 1 ? " line is" : " lines are")
            + " bad and "
            + allowed
            + " may be, so nothing was published and the last generation stays:\n  "
            + String.join("\n  ", first)
            + (count > first.size() ? "\n  … and " + (count - first.size()) + " more" : "")
            + "\nMend these lines and run again, or leave them out with --allow-rejects "
            + count);
  }
}
