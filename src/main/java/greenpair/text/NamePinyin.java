package greenpair.text;

import module java.base;

/// Reads Chinese as Pinyin without tones or spaces, `华为` as `huawei`. Each character has one
/// reading; the settings name the words and characters that names read otherwise (重庆).
public final class NamePinyin {
  private final Map<String, String> words = new HashMap<>();
  private int longest = 1;

  /// @param readings words or single characters and how they are read
  public NamePinyin(Map<String, String> readings) {
    readings.forEach(
        (word, reading) -> {
          words.put(word, reading);
          longest = Math.max(longest, word.length());
        });
  }

  public String of(String text) {
    StringBuilder read = new StringBuilder(text.length() * 3);
    int at = 0;
    while (at < text.length()) {
      int end = word(text, at);
      if (end > at) {
        read.append(words.get(text.substring(at, end)));
        at = end;
      } else {
        int point = text.codePointAt(at);
        read.append(Pinyin.reading(point));
        at += Character.charCount(point);
      }
    }
    return read.toString();
  }

  /// The end of the longest word of the readings that begins here, or where it would begin.
  private int word(String text, int start) {
    for (int end = Math.min(text.length(), start + longest); end > start; end--) {
      if (words.containsKey(text.substring(start, end))) {
        return end;
      }
    }
    return start;
  }
}
