package greenpair.cli;

/// Exit codes, as `greenpair --help` lists them.
final class Exit {
  static final int OK = 0;
  static final int FAILURE = 1;
  static final int USAGE = 2;
  static final int BAD_DATA = 3;
  static final int NOT_FOUND = 4;
  static final int NOTHING_TO_SERVE = 5;
  static final int BUSY = 6;

  private Exit() {}
}
