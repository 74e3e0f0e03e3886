package greenpair.language;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sequences of words with a value each, and the longest of them at a place of a text.
final class TermTree<V> {
  private static final int BITS = 16;

  private final Node<V> root = new Node<>();

  /// A bit for the hash of each first word: most words of a text begin no sequence, and the bits
  /// stay in the processor's cache, where the map does not.
  private final BitSet firsts = new BitSet(1 << BITS);

  private static final class Node<V> {
    final Map<String, Node<V>> next = new HashMap<>();
    @Nullable V value;
  }

  /// The value of the sequence; a second one replaces the first.
  void put(List<String> keys, V wanted) {
    node(keys).value = wanted;
  }

  /// The node of the sequence, created if it does not exist.
  private Node<V> node(List<String> keys) {
    Node<V> node = root;
    for (String key : keys) {
      if (node == root) {
        firsts.set(bit(key));
      }
      node = node.next.computeIfAbsent(key, word -> new Node<>());
    }
    return node;
  }

  private static int bit(String word) {
    return (word.hashCode() * 0x9E3779B1) >>> (Integer.SIZE - BITS);
  }

  /// The value of the sequence, which is created and stored if absent.
  V computeIfAbsent(List<String> keys, java.util.function.Supplier<V> make) {
    Node<V> node = node(keys);
    V found = node.value;
    if (found == null) {
      found = make.get();
      node.value = found;
    }
    return found;
  }

  /// One past the last token of the longest sequence that begins here; `start` if none does.
  int longest(List<Words.Token> tokens, int start, Function<Words.Token, String> key) {
    int longest = start;
    Node<V> node = root;
    for (int at = start; at < tokens.size(); at++) {
      String word = key.apply(tokens.get(at));
      node = at > start || firsts.get(bit(word)) ? node.next.get(word) : null;
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
  @Nullable V at(List<Words.Token> tokens, int start, int end, Function<Words.Token, String> key) {
    Node<V> node = root;
    for (int at = start; at < end; at++) {
      node = node.next.get(key.apply(tokens.get(at)));
      if (node == null) {
        return null;
      }
    }
    return node.value;
  }
}
