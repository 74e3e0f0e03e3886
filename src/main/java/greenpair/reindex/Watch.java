package greenpair.reindex;

/// Who watches a run: told how far it is, asked whether it shall go on. All calls come from the
/// thread that runs.
public interface Watch {
  /// Nobody watches.
  Watch NONE =
      new Watch() {
        @Override
        public void stage(String name, long expected) {}

        @Override
        public void step(long rows) {}

        @Override
        public void rejected() {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /// A stage begins; the one before has ended.
  ///
  /// @param name such as `writing` or `converting gbfs`
  /// @param expected rows that it will handle, 0 when nobody knows
  void stage(String name, long expected);

  /// How many bytes the stage has read of what it reads, where that is known instead of its rows;
  /// told before [#step].
  ///
  /// @param all 0 when nobody knows
  default void bytes(long read, long all) {}

  /// Rows of the stage were handled.
  void step(long rows);

  /// One of the rows that were handled was rejected.
  void rejected();

  /// Whether the run shall end without publishing; asked between rows.
  boolean isCancelled();
}
