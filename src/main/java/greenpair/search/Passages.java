package greenpair.search;

/// Tells a pasted passage from what is typed: a passage asks for several things and mentions more.
final class Passages {
  /// In Latin letters; a Han character says as much as three.
  private static final int TYPED = 120;

  private static final int LETTERS = 3;

  private Passages() {}

  static boolean isPassage(String text) {
    long han = text.codePoints().filter(Character::isIdeographic).count();
    return text.length() + (LETTERS - 1) * han > TYPED;
  }
}
