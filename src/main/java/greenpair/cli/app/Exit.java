package greenpair.cli.app;

/// Exit codes, as `greenpair --help` lists them.
public final class Exit {
  public static final int OK = 0;
  public static final int FAILURE = 1;
  public static final int USAGE = 2;
  public static final int BAD_DATA = 3;
  public static final int NOT_FOUND = 4;
  public static final int NOTHING_TO_SERVE = 5;
  public static final int BUSY = 6;

  private Exit() {}
}
