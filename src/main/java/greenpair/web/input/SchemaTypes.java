package greenpair.web.input;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Text;

/// The schemas of types that are no records of their own; `'` stands for `"`.
final class SchemaTypes {
  /// Values that are written in one way everywhere.
  static final Map<Class<?>, String> KNOWN =
      Map.ofEntries(
          Map.entry(
              EntryId.class,
              "{'type': 'string', 'pattern': '^[A-Za-z0-9][A-Za-z0-9._:~-]{0,199}$'}"),
          Map.entry(Code.class, "{'type': 'string', 'maxLength': 40}"),
          Map.entry(Grade.class, "{'enum': ['A', 'B', 'C', 'D']}"),
          Map.entry(PartialDate.class, "{'type': 'string'}"),
          Map.entry(
              Text.class,
              "{'type': 'object', 'additionalProperties': false, 'minProperties': 1,"
                  + " 'properties': {'en': {'type': 'string'}, 'zh': {'type': 'string'}}}"),
          Map.entry(
              Entry.class,
              "{'type': 'object', 'required': ['kind', 'id'], 'properties':"
                  + " {'kind': {'type': 'string'}, 'id': {'type': 'string'}}}"));

  static final Map<Class<?>, String> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, "{'type': 'string'}"),
          Map.entry(Instant.class, "{'type': 'string', 'format': 'date-time'}"),
          Map.entry(LocalDate.class, "{'type': 'string', 'format': 'date'}"),
          Map.entry(LocalTime.class, "{'type': 'string', 'examples': ['09:00']}"),
          Map.entry(LocalDateTime.class, "{'type': 'string', 'examples': ['2027-05-10T13:00']}"),
          Map.entry(ZoneId.class, "{'type': 'string', 'examples': ['Asia/Shanghai']}"),
          Map.entry(boolean.class, "{'type': 'boolean'}"),
          Map.entry(Boolean.class, "{'type': 'boolean'}"),
          Map.entry(int.class, "{'type': 'integer'}"),
          Map.entry(Integer.class, "{'type': 'integer'}"),
          Map.entry(long.class, "{'type': 'integer'}"),
          Map.entry(Long.class, "{'type': 'integer'}"),
          Map.entry(BigInteger.class, "{'type': 'integer'}"),
          Map.entry(double.class, "{'type': 'number'}"),
          Map.entry(Double.class, "{'type': 'number'}"));

  private SchemaTypes() {}
}
