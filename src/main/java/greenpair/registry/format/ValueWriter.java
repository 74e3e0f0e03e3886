package greenpair.registry.format;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Preferences;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Place;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes the values that entries are made of; what is unknown (null, or an empty list) is left
/// out together with its key.
record ValueWriter(JsonGenerator json) {
  /// From here on Java writes a double with an exponent.
  private static final double FIRST_WITH_EXPONENT = 1e7;

  void string(String key, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(key, value);
    }
  }

  <E> void word(String key, Vocabulary<E> vocabulary, @Nullable E value) {
    if (value != null) {
      json.writeStringProperty(key, vocabulary.word(value));
    }
  }

  void whole(String key, @Nullable Integer value) {
    if (value != null) {
      json.writeNumberProperty(key, value.intValue());
    }
  }

  /// Amounts are written as people write them, `500000` and `30000000.5`, not `500000.0` and
  /// `3.00000005E7`.
  void number(String key, @Nullable Double value) {
    if (value == null) {
      return;
    }
    boolean negativeZero = value == 0 && 1 / value < 0;
    boolean usual = Math.abs(value) <= Field.OPEN && !negativeZero;
    if (usual && value == Math.rint(value)) {
      json.writeNumberProperty(key, value.longValue());
    } else if (usual && Math.abs(value) >= FIRST_WITH_EXPONENT) {
      json.writeName(key);
      json.writeNumber(BigDecimal.valueOf(value).toPlainString());
    } else {
      json.writeNumberProperty(key, value.doubleValue());
    }
  }

  void flag(String key, @Nullable Boolean value) {
    if (value != null) {
      json.writeBooleanProperty(key, value);
    }
  }

  void strings(String key, Collection<String> values) {
    strings(key, values, Function.identity());
  }

  <T> void strings(String key, Collection<T> values, Function<T, String> form) {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(key);
    for (T value : values) {
      json.writeString(form.apply(value));
    }
    json.writeEndArray();
  }

  <T> void object(String key, @Nullable T value, Consumer<T> fields) {
    if (value == null) {
      return;
    }
    json.writeObjectPropertyStart(key);
    fields.accept(value);
    json.writeEndObject();
  }

  <T> void objects(String key, List<T> values, Consumer<T> fields) {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(key);
    for (T value : values) {
      json.writeStartObject();
      fields.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void text(String key, @Nullable Text value) {
    object(
        key,
        value,
        text -> {
          string("en", text.en());
          string("zh", text.zh());
        });
  }

  void texts(String key, List<Text> values) {
    objects(
        key,
        values,
        text -> {
          string("en", text.en());
          string("zh", text.zh());
        });
  }

  void money(String key, @Nullable Money value) {
    object(key, value, this::moneyFields);
  }

  void monies(String key, List<Money> values) {
    objects(key, values, this::moneyFields);
  }

  private void moneyFields(Money money) {
    number("min", money.min());
    number("max", money.max());
    string("currency", money.currency());
  }

  void place(String key, @Nullable Place value) {
    object(
        key,
        value,
        place -> {
          number("lat", place.lat());
          number("lon", place.lon());
        });
  }

  void provenance(Provenance source) {
    string("source", source.source());
    string("record", source.record());
    string("publisher", source.publisher());
    date("published", source.published());
    string("retrieved", source.retrieved() == null ? null : source.retrieved().toString());
    flag("verified", source.verified());
    string("note", source.note());
    strings("fields", source.fields());
  }

  void attributes(Attributes value) {
    object(
        "attributes",
        value.isEmpty() ? null : value,
        attributes -> {
          attributes.values().forEach((each, words) -> strings(each.word(), words));
          object(
              "size",
              attributes.size(),
              size -> {
                number("value", size.value());
                string("unit", size.unit());
              });
        });
  }

  void date(String key, @Nullable PartialDate value) {
    string(key, value == null ? null : value.toString());
  }

  void standing(Need.Standing standing) {
    word("origin", Vocabulary.ORIGIN, standing.origin());
    date("stated", standing.stated());
    text("stated_by", standing.statedBy());
    word("state", Vocabulary.NEED_STATE, standing.state());
    date("since", standing.since());
    text("note", standing.note());
    strings("by", standing.by(), EntryId::value);
  }

  void purchase(Need.Purchase purchase) {
    text("buyer", purchase.buyer());
    strings("buys", purchase.buys(), Need.Good::word);
    text("size", purchase.size());
    quantity(purchase.quantity());
    date("due", purchase.due());
    text("deadline", purchase.deadline());
    text("route", purchase.route());
  }

  void quantity(Deployment.@Nullable Quantity value) {
    object(
        "quantity",
        value,
        quantity -> {
          number("value", quantity.value());
          text("unit", quantity.unit());
        });
  }

  void result(Deployment.Result result) {
    word("measure", Vocabulary.MEASURE, result.measure());
    number("value", result.value());
    text("unit", result.unit());
    word("basis", Vocabulary.BASIS, result.basis());
  }

  void headquarters(Partner.@Nullable Headquarters value) {
    object(
        "headquarters",
        value,
        seat -> {
          text("city", seat.city());
          string("country", seat.country());
          string("region", seat.region());
          place("place", seat.place());
        });
  }

  void market(@Nullable Market value) {
    object(
        "market",
        value,
        market -> {
          strings("in", market.in());
          strings("unclear", market.unclear());
          strings("never", market.never());
        });
  }

  void preferences(@Nullable Preferences value) {
    object(
        Preferences.FIELD,
        value,
        stated -> {
          date("stated", stated.stated());
          money("project_size", stated.projectSize());
          strings("places", stated.places());
          strings("technologies", stated.technologies(), Code::value);
          strings("clients", stated.clients());
          object(
              "capacity",
              stated.capacity(),
              capacity -> {
                whole("cities", capacity.cities());
                whole("projects", capacity.projects());
              });
        });
  }
}
