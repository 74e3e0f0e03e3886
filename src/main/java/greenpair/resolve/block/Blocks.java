package greenpair.resolve.block;

import module java.base;

import greenpair.resolve.name.CommonWords;
import greenpair.resolve.name.Hashes;
import greenpair.resolve.name.NameForm;
import greenpair.resolve.name.ResolveSettings;
import greenpair.text.NamePinyin;

/// Proposes pairs to compare: parties that share a number, a website, a name, a Pinyin, a
/// distinctive word, or the start or end of a name, which survives a typing error in the other
/// half. A key that too many parties share proposes no pairs.
///
/// A key and a party are stored in one long: a bit for keys of parts, 39 bits of hash, 24 of the
/// party. Two keys with the same hash propose pairs that the comparison then rejects.
public final class Blocks {
  public static final int MOST_PARTIES = 1 << 24;

  private static final long PARTY = MOST_PARTIES - 1L;
  private static final int PART_OF_NAME = 6;
  private static final int LEAST_PART = 3;
  private static final int LEAST_WORD = 4;
  private static final int LEAST_WHOLE = 8;
  private static final int LEAST_START = 4;
  private static final int MOST_STARTS = 6;
  private static final int TASKS = 256;

  private final LongPages keys = new LongPages();
  private final CommonWords common;
  private final NamePinyin pinyin;
  private final int most;
  private final int mostStart;
  private final AtomicLong crowded = new AtomicLong();

  public Blocks(ResolveSettings settings) {
    this.common = settings.common();
    this.pinyin = settings.pinyin();
    this.most = settings.most();
    this.mostStart = settings.mostStart();
  }

  /// Keys that too many parties share.
  public long crowded() {
    return crowded.get();
  }

  public void add(int party, PartyFeatures features) {
    for (NameForm name : features.names()) {
      whole(party, 'n', name.whole());
      if (name.core().isEmpty()) {
        whole(party, 'c', Arrays.toString(common.telling(name.words())));
      } else if (name.sound().length() > 2) {
        whole(party, 'n', name.sound());
      }
      if (name.chinese()) {
        chinese(party, name.core());
      } else {
        latin(party, name);
      }
      ends(party, name.whole());
      if (!name.chinese() && name.whole().length() >= LEAST_WHOLE) {
        part(party, 'o', consonants(name.whole()));
      }
      starts(party, name);
    }
    if (features.website() != 0) {
      whole(party, 'u', Integer.toString(features.website()));
    }
    for (int identifier : features.identifiers()) {
      whole(party, 'i', Integer.toString(identifier));
    }
  }

  private void chinese(int party, String core) {
    if (core.length() >= 2) {
      whole(party, 'h', core);
      part(party, 'h', core.substring(0, 2));
    }
  }

  private void latin(int party, NameForm name) {
    String[] words = name.core().split(" ", -1);
    if (words.length > 1) {
      for (String word : words) {
        if (word.length() >= LEAST_WORD) {
          part(party, 'w', word);
          part(party, 'k', skeleton(word));
        }
      }
    } else if (words[0].length() >= LEAST_WORD) {
      part(party, 'w', words[0]);
      part(party, 'k', skeleton(words[0]));
    }
    if (name.text().indexOf(' ') > 0) {
      whole(party, 's', name.sortedWords());
    }
  }

  /// The first letter and the set of consonants: what is left of a word in which letters were
  /// swapped or doubled or a vowel is wrong.
  private static String skeleton(String word) {
    return word.charAt(0) + consonants(word);
  }

  private static String consonants(String word) {
    long set = 0;
    for (int at = 0; at < word.length(); at++) {
      char each = word.charAt(at);
      if ("aeiouy".indexOf(each) < 0) {
        set |= 1L << (each & 63);
      }
    }
    return Long.toHexString(set);
  }

  private void ends(int party, String whole) {
    int half = Math.min(PART_OF_NAME, (whole.length() + 1) / 2);
    if (half >= LEAST_PART) {
      part(party, 'a', whole.substring(0, half));
      part(party, 'z', whole.substring(whole.length() - half));
    }
  }

  /// The first syllables, with and without a place before them: two names of two scripts begin
  /// alike however their trades are called.
  private void starts(int party, NameForm name) {
    String text = name.text();
    int place = common.endOfPlace(text, name.chinese());
    String rest = text.substring(place).replaceFirst("^[市省]", "");
    starts(party, text.substring(0, place) + rest, name.chinese());
    if (place > 0) {
      starts(party, rest, name.chinese());
    }
  }

  private void starts(int party, String text, boolean chinese) {
    int end = 0;
    for (int part = 0; part < MOST_STARTS && end < text.length(); part++) {
      int space = text.indexOf(' ', end + 1);
      end = chinese ? end + 1 : space < 0 ? text.length() : space;
      String start = text.substring(0, end);
      String sound = chinese ? pinyin.of(start) : start.replace(" ", "");
      if (sound.length() >= LEAST_START) {
        part(party, 'p', sound);
      }
    }
  }

  private void whole(int party, char sort, String text) {
    keys.add(((Hashes.of(sort, text) >>> 1) & ~PARTY) | party);
  }

  private void part(int party, char sort, String text) {
    keys.add((Hashes.of(sort, text) & ~PARTY) | Long.MIN_VALUE | party);
  }

  public interface Comparison {
    void compare(int[] parties);
  }

  /// Gives every block of at least two parties to the comparison, on all processors. A pair may
  /// come in several blocks.
  public void each(Comparison comparison) {
    long[] sorted = keys.sorted();
    int step = Math.max(1, sorted.length / TASKS);
    IntStream.rangeClosed(0, sorted.length / step)
        .parallel()
        .forEach(
            task -> {
              int from = start(sorted, Math.min(sorted.length, task * step));
              int to = start(sorted, Math.min(sorted.length, (task + 1) * step));
              blocks(sorted, from, to, comparison);
            });
  }

  /// The first place at or after which a block begins.
  private static int start(long[] sorted, int place) {
    int at = place;
    while (at > 0 && at < sorted.length && same(sorted[at], sorted[at - 1])) {
      at++;
    }
    return at;
  }

  private void blocks(long[] sorted, int from, int to, Comparison comparison) {
    int begin = from;
    while (begin < to) {
      int end = begin + 1;
      while (end < to && same(sorted[end], sorted[begin])) {
        end++;
      }
      int size = end - begin;
      if (size > (sorted[begin] < 0 ? mostStart : most)) {
        crowded.incrementAndGet();
      } else if (size > 1) {
        int[] parties = new int[size];
        for (int at = 0; at < size; at++) {
          parties[at] = (int) (sorted[begin + at] & PARTY);
        }
        comparison.compare(parties);
      }
      begin = end;
    }
  }

  private static boolean same(long one, long two) {
    return (one & ~PARTY) == (two & ~PARTY);
  }
}
