package greenpair.registry.format;

import greenpair.catalog.Need;
import greenpair.catalog.value.Fuel;
import greenpair.message.Message;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the values of a need.
final class NeedValues {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

  private NeedValues() {}

  static Need.@Nullable Standing standing(Field field) {
    return field.object(
        Message.of(
            "value.object_of",
            "keys",
            List.of("origin", "stated", "stated_by", "state", "since", "note", "by")),
        fields ->
            new Need.Standing(
                fields.may("origin", each -> each.word(Vocabulary.ORIGIN)),
                fields.may("stated", Values::partialDate),
                fields.may("stated_by", Values::text),
                fields.may("state", each -> each.word(Vocabulary.NEED_STATE)),
                fields.may("since", Values::partialDate),
                fields.may("note", Values::text),
                fields.list("by", Field::id)));
  }

  static Need.@Nullable Purchase purchase(Field field) {
    return field.object(
        Message.of("value.purchase"),
        fields ->
            new Need.Purchase(
                fields.may("buyer", Values::text),
                fields.list("buys", each -> each.word(Vocabulary.GOOD)),
                fields.may("size", Values::text),
                fields.may("quantity", Values::quantity),
                fields.may("due", Values::partialDate),
                fields.may("deadline", Values::text),
                fields.may("route", Values::text)));
  }

  static List<Fuel> excludes(Fields fields) {
    return fields.list("excludes", field -> field.word(Vocabulary.FUEL));
  }

  /// A name that the configuration explains, such as a programme that pays.
  static @Nullable String name(Field field) {
    return field.string(NAME, Message.of("value.name"));
  }
}
