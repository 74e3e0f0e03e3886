package greenpair.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the arguments of a call from Java source, as far as tests of messages need it.
final class Calls {
  private Calls() {}

  /// The arguments of the call whose opening parenthesis is there, as they are written.
  static List<String> arguments(String code, int open) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int from = open + 1;
    for (int at = open; at < code.length(); at++) {
      char each = code.charAt(at);
      if (each == '"' || each == '\'') {
        at = end(code, at);
      } else if (each == '(' || each == '[' || each == '{') {
        depth++;
      } else if (each == ')' || each == ']' || each == '}') {
        depth--;
        if (depth == 0) {
          arguments.add(code.substring(from, at).strip());
          return arguments;
        }
      } else if (each == ',' && depth == 1) {
        arguments.add(code.substring(from, at).strip());
        from = at + 1;
      }
    }
    throw new IllegalArgumentException("no end of the call at " + open);
  }

  /// The closing quote of the literal that begins there.
  private static int end(String code, int begin) {
    int at = begin + 1;
    while (code.charAt(at) != code.charAt(begin)) {
      at += code.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  /// The value of a string literal; null for any other expression.
  static @Nullable String literal(String expression) {
    return expression.matches("\"[^\"\\\\]*\"")
        ? expression.substring(1, expression.length() - 1)
        : null;
  }
}
