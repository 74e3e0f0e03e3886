package greenpair.registry.format;

import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// One line of a text file.
///
/// @param bytes without the line end
/// @param number counted from 1
/// @param fault why the line cannot be read at all; null if it is valid UTF-8
/// @param cut whether the file ends here without a line end
@SuppressWarnings("ArrayRecordComponent") // Lines are passed on once, never compared.
public record Line(byte[] bytes, long number, @Nullable Message fault, boolean cut) {
  /// Whether there is nothing but white space.
  public boolean isBlank() {
    for (byte each : bytes) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return fault == null;
  }
}
