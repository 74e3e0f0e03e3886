package greenpair.web.input;

import greenpair.web.http.Said;

/// Faults of fields that must be there.
public final class Required {
  private Required() {}

  /// Adds the fault of a field that must be there.
  ///
  /// @param what the field holds
  public static void missing(Fields body, String key, Said what) {
    body.missing(
        key,
        new Said("must be there: " + what.en(), "不能缺少：" + what.zh()),
        new Said("add it", "请填写"));
  }
}
