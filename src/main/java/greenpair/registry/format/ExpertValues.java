package greenpair.registry.format;

import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Kind;
import greenpair.catalog.Profile;
import greenpair.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what only experts have.
final class ExpertValues {
  private static final List<String> PARTIES = Expert.PARTIES.stream().map(Kind::word).toList();
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Entry.Key SOME_PARTY = new Entry.Key(Kind.FIRM, Values.SOME_ID);

  private ExpertValues() {}

  static Expert expert(Profile profile, Codes codes, Fields fields) {
    return new Expert(
        profile,
        Values.partner(codes, fields, false),
        fields.list("languages", ExpertValues::language),
        fields.may("days", ExpertValues::days),
        fields.may("affiliation", ExpertValues::affiliation),
        fields.may("declared", Values::partialDate),
        fields.list("conflicts", ExpertValues::conflict));
  }

  private static @Nullable String language(Field field) {
    String tag = field.string(LANGUAGE, Message.of("value.language"));
    return tag == null || LANGUAGES.contains(tag.substring(0, 2))
        ? tag
        : field.refuse(Message.of("value.language"));
  }

  private static Expert.@Nullable Days days(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("count")),
        fields ->
            new Expert.Days(
                fields.must("count", each -> each.small(0, 366), 0),
                fields.may("from", Values::partialDate),
                fields.may("until", Values::partialDate)));
  }

  private static Entry.@Nullable Key affiliation(Field field) {
    return field.object(
        Message.of("value.party", "keys", PARTIES), fields -> reference(field, fields));
  }

  private static Expert.@Nullable Conflict conflict(Field field) {
    return field.object(
        Message.of("value.party", "keys", PARTIES),
        fields ->
            new Expert.Conflict(
                reference(field, fields),
                fields.may("reason", Values::text),
                fields.must("provenance", Values::provenance, Values.SOME_SOURCE)));
  }

  /// The only party that is named.
  private static Entry.Key reference(Field holder, Fields fields) {
    Map<Kind, Entry.Key> named = new TreeMap<>();
    for (Kind kind : Expert.PARTIES) {
      Entry.Key one = fields.may(kind.word(), each -> of(kind, each));
      if (one != null) {
        named.put(kind, one);
      }
    }
    if (named.size() != 1) {
      holder.refuse(Message.of("value.party", "keys", PARTIES));
      return SOME_PARTY;
    }
    return named.values().iterator().next();
  }

  private static Entry.@Nullable Key of(Kind kind, Field field) {
    var id = field.id();
    return id == null ? null : new Entry.Key(kind, id);
  }
}
