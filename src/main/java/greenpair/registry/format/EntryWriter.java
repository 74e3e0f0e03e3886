package greenpair.registry.format;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.FieldTable;
import greenpair.catalog.PartialDate;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes entries and other records as lines of JSON: the fields of the records in their order.
/// What is unknown is left out together with its key.
record EntryWriter(JsonGenerator json) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_LENGTH = 1024;

  /// From here on Java writes a double with an exponent.
  private static final double FIRST_WITH_EXPONENT = 1e7;

  static byte[] write(Object owner) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      if (owner instanceof Entry entry) {
        json.writeStringProperty("kind", entry.kind().word());
      }
      new EntryWriter(json).fields(owner);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private void fields(Object owner) {
    switch (owner) {
      case Attributes attributes -> {
        attributes.values().forEach((attribute, words) -> field(attribute.word(), words));
        field("size", attributes.size());
      }
      case Entry.Key key -> field(key.kind().word(), key.id());
      case Expert.Conflict conflict -> {
        fields(conflict.with());
        field("reason", conflict.reason());
        field("provenance", conflict.source());
      }
      default -> {
        for (FieldTable.Field field : FieldTable.of(owner.getClass())) {
          Object value = field.of(owner);
          if (value != null && field.isGroup()) {
            fields(value);
          } else {
            field(field.key(), value);
          }
        }
      }
    }
  }

  private void field(String key, @Nullable Object value) {
    if (value != null && FieldTable.isKnown(value)) {
      json.writeName(key);
      value(value);
    }
  }

  private void value(Object value) {
    switch (value) {
      case String text -> json.writeString(text);
      case EntryId id -> json.writeString(id.value());
      case Code code -> json.writeString(code.value());
      case PartialDate date -> json.writeString(date.toString());
      case LocalDate date -> json.writeString(date.toString());
      case Enum<?> word -> json.writeString(FieldTable.word(word));
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number.intValue());
      case Long number -> json.writeNumber(number.longValue());
      case Double number -> number(number);
      case Collection<?> list -> {
        json.writeStartArray();
        list.forEach(this::value);
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((key, each) -> field((String) key, each));
        json.writeEndObject();
      }
      default -> {
        json.writeStartObject();
        fields(value);
        json.writeEndObject();
      }
    }
  }

  /// Amounts are written as people write them, `500000` and `30000000.5`, not `500000.0` and
  /// `3.00000005E7`.
  private void number(double value) {
    boolean negativeZero = value == 0 && 1 / value < 0;
    boolean usual = Math.abs(value) <= Rule.OPEN && !negativeZero;
    if (usual && value == Math.rint(value)) {
      json.writeNumber((long) value);
    } else if (usual && Math.abs(value) >= FIRST_WITH_EXPONENT) {
      json.writeNumber(BigDecimal.valueOf(value).toPlainString());
    } else {
      json.writeNumber(value);
    }
  }
}
