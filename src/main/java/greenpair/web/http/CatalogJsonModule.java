package greenpair.web.http;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Language;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Text;
import greenpair.registry.format.RecordLines;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON serializers of catalog values in answers.
final class CatalogJsonModule {
  /// Attribute of a writer: the [Language] that texts are narrowed to.
  static final String NARROW = "narrow";

  /// Attribute of a writer: set if numbers keep all their digits.
  static final String EXACT = "exact";

  private static final JsonMapper PLAIN = JsonMapper.shared();
  private static final double LARGEST_PLAIN = 1e15;
  private static final int DECIMALS = 6;

  private CatalogJsonModule() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("answers");
    add(module, EntryId.class, (id, json, context) -> json.writeString(id.value()));
    add(module, Code.class, (code, json, context) -> json.writeString(code.value()));
    add(module, PartialDate.class, (date, json, context) -> json.writeString(date.toString()));
    add(module, Grade.class, (grade, json, context) -> json.writeString(grade.name()));
    add(module, Text.class, CatalogJsonModule::text);
    add(module, Double.class, CatalogJsonModule::number);
    add(module, double.class, CatalogJsonModule::number);
    add(module, Entry.class, CatalogJsonModule::entry);
    return module;
  }

  private interface Shape<T> {
    void write(T value, JsonGenerator json, SerializationContext context);
  }

  private static <T> void add(SimpleModule module, Class<T> type, Shape<? super T> shape) {
    module.addSerializer(
        type,
        new ValueSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator json, SerializationContext context) {
            shape.write(value, json, context);
          }
        });
  }

  private static void text(Text text, JsonGenerator json, SerializationContext context) {
    json.writeStartObject();
    languages(text.en(), text.zh(), narrow(context), json::writeStringProperty);
    json.writeEndObject();
  }

  private static void languages(
      @Nullable String en,
      @Nullable String zh,
      @Nullable Language narrow,
      BiConsumer<String, String> out) {
    boolean onlyEnglish = narrow == Language.EN && en != null;
    boolean onlyChinese = narrow == Language.ZH && zh != null;
    if (en != null && !onlyChinese) {
      out.accept("en", en);
    }
    if (zh != null && !onlyEnglish) {
      out.accept("zh", zh);
    }
  }

  /// As people write it: `1` and `0.00001`, not `1.0` and `1.0E-5`, to the millionth, to which
  /// scores add up.
  private static void number(double number, JsonGenerator json, SerializationContext context) {
    if (Math.abs(number) < LARGEST_PLAIN) {
      BigDecimal exact = BigDecimal.valueOf(number);
      BigDecimal shown = context.getAttribute(EXACT) == null ? rounded(exact) : exact;
      json.writeNumber(shown.stripTrailingZeros().toPlainString());
    } else {
      json.writeNumber(number);
    }
  }

  private static BigDecimal rounded(BigDecimal exact) {
    return exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_UP) : exact;
  }

  private static void entry(Entry entry, JsonGenerator json, SerializationContext context) {
    String line = RecordLines.line(entry);
    Language narrow = narrow(context);
    if (narrow == null) {
      json.writeRawValue(line);
      return;
    }
    JsonNode record = PLAIN.readTree(line);
    narrow(record, narrow);
    json.writeTree(record);
  }

  /// Takes the other language out of every text of a record.
  private static void narrow(JsonNode node, Language narrow) {
    switch (node) {
      case ObjectNode object when isText(object) -> {
        String en = object.path("en").stringValue(null);
        String zh = object.path("zh").stringValue(null);
        object.removeAll();
        languages(en, zh, narrow, object::put);
      }
      case ObjectNode object -> object.values().forEach(each -> narrow(each, narrow));
      case ArrayNode array -> array.values().forEach(each -> narrow(each, narrow));
      default -> {}
    }
  }

  private static boolean isText(ObjectNode object) {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (!Set.of("en", "zh").contains(each.getKey()) || !each.getValue().isString()) {
        return false;
      }
    }
    return !object.isEmpty();
  }

  private static @Nullable Language narrow(SerializationContext context) {
    return (Language) context.getAttribute(NARROW);
  }
}
