package greenpair.web.http;

import greenpair.catalog.Language;
import greenpair.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request that gets a problem instead of an answer.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemKind kind;
  private final transient Message detail;
  private final transient List<Fault> faults;

  public RefusedException(ProblemKind kind, Message detail, List<Fault> faults) {
    super(detail.in(Language.EN), null, false, false);
    this.kind = kind;
    this.detail = detail;
    this.faults = List.copyOf(faults);
  }

  public RefusedException(ProblemKind kind, Message detail) {
    this(kind, detail, List.of());
  }

  public static RefusedException invalid(
      String field, @Nullable String value, Message rule, Message next) {
    return new RefusedException(ProblemKind.INVALID_REQUEST, Fault.of(field, value, rule, next));
  }

  public RefusedException(ProblemKind kind, Fault fault) {
    this(kind, fault.sentence(), List.of(fault));
  }

  public ProblemKind kind() {
    return kind;
  }

  public Message detail() {
    return detail;
  }

  public List<Fault> faults() {
    return faults;
  }
}
