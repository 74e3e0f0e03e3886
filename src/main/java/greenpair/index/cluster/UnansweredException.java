package greenpair.index.cluster;

/// A question that the cluster does not answer, though it answers others.
final class UnansweredException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnansweredException(String reason) {
    super(reason, null, false, false);
  }

  /// Throws if the cluster took the question for wrong.
  static void check(Connection.Answer answer) {
    if (answer.status() == 400) {
      throw new UnansweredException(answer.reason());
    }
  }
}
