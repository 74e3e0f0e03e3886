package greenpair.web;

import java.util.List;

/// A request that gets a problem instead of an answer.
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemKind kind;
  private final transient Said detail;
  private final transient List<Fault> faults;

  RefusedException(ProblemKind kind, Said detail, List<Fault> faults) {
    super(detail.en(), null, false, false);
    this.kind = kind;
    this.detail = detail;
    this.faults = List.copyOf(faults);
  }

  ProblemKind kind() {
    return kind;
  }

  Said detail() {
    return detail;
  }

  List<Fault> faults() {
    return faults;
  }
}
