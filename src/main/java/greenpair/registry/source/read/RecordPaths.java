package greenpair.registry.source.read;

import module java.base;

/// Where the records of a JSON document are: JSON Pointers (RFC 6901), in which `*` matches any
/// element of a list and any key of an object, because lists are often nested.
final class RecordPaths {
  private static final String ANY = "*";

  private final List<List<String>> wanted;

  /// @param pointers none: the document is the list
  RecordPaths(List<String> pointers) {
    wanted =
        pointers.isEmpty() ? List.of(List.of()) : pointers.stream().map(RecordPaths::keys).toList();
  }

  /// Whether the value there is a record or a list of records.
  boolean is(String pointer) {
    List<String> keys = keys(pointer);
    return wanted.stream().anyMatch(each -> each.size() == keys.size() && begins(each, keys));
  }

  /// Whether records may be within the value there.
  boolean lead(String pointer) {
    List<String> keys = keys(pointer);
    return wanted.stream().anyMatch(each -> each.size() > keys.size() && begins(each, keys));
  }

  private static boolean begins(List<String> wanted, List<String> keys) {
    return IntStream.range(0, keys.size())
        .allMatch(at -> wanted.get(at).equals(ANY) || wanted.get(at).equals(keys.get(at)));
  }

  private static List<String> keys(String pointer) {
    return pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/", -1));
  }
}
