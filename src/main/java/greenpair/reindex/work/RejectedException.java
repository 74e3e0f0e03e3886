package greenpair.reindex.work;

import greenpair.catalog.Text;
import greenpair.registry.RuleWords;
import java.util.List;

/// More lines of a catalog are bad than the run allows; nothing was published.
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String chinese;

  public RejectedException(long count, long allowed, List<String> first) {
    super(
        count
            + (count == 1 ? " line is" : " lines are")
            + " invalid and "
            + allowed
            + " are allowed, so nothing was published and the last generation stays:\n  "
            + String.join("\n  ", first)
            + (count > first.size() ? "\n  … and " + (count - first.size()) + " more" : "")
            + "\nFix these lines and run again, or leave them out with --allow-rejects "
            + count);
    this.chinese =
        "有"
            + count
            + "行不合规则（允许"
            + allowed
            + "行），未发布任何内容，上一版本不变：\n  "
            + String.join("\n  ", first.stream().map(RuleWords::of).map(Text::zh).toList())
            + (count > first.size() ? "\n  ……另有" + (count - first.size()) + "行" : "")
            + "\n请改正后重新运行";
  }

  /// The message in both languages.
  public Text says() {
    return new Text(String.valueOf(getMessage()), chinese);
  }
}
