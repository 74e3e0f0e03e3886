package greenpair.registry.format;

import greenpair.catalog.PartialDate;
import greenpair.catalog.Preferences;
import greenpair.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a partner has stated that it wants.
final class PreferenceValues {
  private static final int MOST = 1_000_000;

  /// Replaces a missing date in a line that is rejected anyway.
  private static final PartialDate SOME_DATE = PartialDate.of("2000");

  private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private PreferenceValues() {}

  static @Nullable Preferences preferences(Codes codes, Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("stated")),
        fields ->
            new Preferences(
                fields.must("stated", Values::partialDate, SOME_DATE),
                fields.may("project_size", Values::money),
                fields.list("places", PreferenceValues::place),
                fields.list("technologies", codes::any),
                fields.list("clients", Values::attribute),
                fields.may("capacity", PreferenceValues::capacity)));
  }

  private static @Nullable String place(Field field) {
    Message rule = Message.of("value.preferred_place");
    String place = field.string(PLACE, rule);
    return place == null || COUNTRIES.contains(place.substring(0, 2)) ? place : field.refuse(rule);
  }

  private static Preferences.@Nullable Capacity capacity(Field field) {
    return field.object(
        Message.of("value.object_of", "keys", List.of("cities", "projects")),
        fields ->
            new Preferences.Capacity(
                fields.may("cities", each -> each.small(1, MOST)),
                fields.may("projects", each -> each.small(1, MOST))));
  }
}
