package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.value.InvalidException;
import greenpair.config.Settings;
import greenpair.message.Message;

/// Codes in a block of settings; what is no code is a fault and left out.
final class CodeKeys {
  private CodeKeys() {}

  /// A list of codes; a missing key is an empty list.
  static List<Code> listed(Settings of, String key) {
    return of.texts(key).stream().flatMap(word -> code(of, key, word).stream()).toList();
  }

  /// The keys of the block, of which none is reported again as unknown.
  static Collection<Code> of(Settings of) {
    of.keys().forEach(of::value);
    return of.keys().stream().flatMap(key -> code(of, key, key).stream()).toList();
  }

  private static Optional<Code> code(Settings of, String key, String word) {
    try {
      return Optional.of(new Code(word));
    } catch (InvalidException e) {
      of.refuse(key, Message.of("check.code"), word);
      return Optional.empty();
    }
  }
}
