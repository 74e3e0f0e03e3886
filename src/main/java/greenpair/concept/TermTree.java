package greenpair.concept;

import module java.base;

import greenpair.text.WordTokens;
import org.jspecify.annotations.Nullable;

/// Sequences of words with a value each, and the longest of them at a place of a text.
final class TermTree<V> {
  private final Map<String, TermTree<V>> next = new HashMap<>();
  private @Nullable V value;

  /// The value of the sequence; a second one replaces the first.
  void put(List<String> keys, V wanted) {
    node(keys).value = wanted;
  }

  /// The node of the sequence, created if it does not exist.
  private TermTree<V> node(List<String> keys) {
    TermTree<V> node = this;
    for (String key : keys) {
      node = node.next.computeIfAbsent(key, word -> new TermTree<>());
    }
    return node;
  }

  /// The value of the sequence, which is created and stored if absent.
  V computeIfAbsent(List<String> keys, java.util.function.Supplier<V> make) {
    TermTree<V> node = node(keys);
    V found = node.value;
    if (found == null) {
      found = make.get();
      node.value = found;
    }
    return found;
  }

  /// One past the last token of the longest sequence that begins here; `start` if none does.
  int longest(List<WordTokens.Token> tokens, int start, Function<WordTokens.Token, String> key) {
    int longest = start;
    TermTree<V> node = this;
    for (int at = start; at < tokens.size(); at++) {
      node = node.next.get(key.apply(tokens.get(at)));
      if (node == null) {
        break;
      }
      if (node.value != null) {
        longest = at + 1;
      }
    }
    return longest;
  }

  /// The value of the tokens, or null if they are no sequence with one.
  @Nullable V at(
      List<WordTokens.Token> tokens, int start, int end, Function<WordTokens.Token, String> key) {
    TermTree<V> node = this;
    for (int at = start; at < end; at++) {
      node = node.next.get(key.apply(tokens.get(at)));
      if (node == null) {
        return null;
      }
    }
    return node.value;
  }
}
