package greenpair.index.analysis;

import greenpair.text.Pinyin;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Compares names by their sound.
public final class SoundAlike {
  private SoundAlike() {}

  /// The first of some names that is pronounced like what was written and has one of its characters
  /// at its place.
  public static Optional<String> among(List<String> names, String written) {
    String sound = Pinyin.joined(written);
    return names.stream()
        .map(NameKeys::whole)
        .filter(name -> name.length() == written.length() && !name.equals(written))
        .filter(name -> Pinyin.joined(name).equals(sound) && isAlike(name, written))
        .findFirst();
  }

  private static boolean isAlike(String name, String written) {
    return IntStream.range(0, name.length()).anyMatch(at -> name.charAt(at) == written.charAt(at));
  }
}
