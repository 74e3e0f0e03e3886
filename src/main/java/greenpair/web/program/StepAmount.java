package greenpair.web.program;

import greenpair.message.Message;
import greenpair.program.introduction.Introduction;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Required;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The sum of a pilot or a contract in a body: `amount` in whole units with its `currency`.
final class StepAmount {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final long MOST = 1_000_000_000_000_000L;

  private StepAmount() {}

  /// The sum; null without one and after an error.
  static Introduction.@Nullable Amount read(BodyFields body, Introduction.@Nullable Stage stage) {
    Long amount = body.whole("amount", 1, MOST);
    String currency = body.form("currency", CURRENCY, Message.of("check.currency"));
    if (body.isMissing("amount") != body.isMissing("currency")) {
      Required.missing(
          body,
          body.isMissing("amount") ? "amount" : "currency",
          Message.of("what.amount_and_currency"));
    }
    boolean isPaid = stage == Introduction.Stage.PILOT || stage == Introduction.Stage.CONTRACT;
    if (stage != null && !isPaid && !body.isMissing("amount")) {
      body.missing("amount", Message.of("introduction.amount"), Message.of("next.leave_out"));
    }
    return amount == null || currency == null ? null : new Introduction.Amount(amount, currency);
  }
}
