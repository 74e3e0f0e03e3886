package greenpair.resolve.name;

import module java.base;

import greenpair.text.Folding;
import greenpair.text.NamePinyin;
import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/// Reads names: folds them, takes legal forms and common words off, and reads Chinese as Pinyin.
/// Safe for use by many threads.
public record NameReader(
    LegalForms forms, CommonWords words, CountryNames countries, NamePinyin pinyin) {
  /// `City of Burbank, CA`: a state of the United States or a province of Canada.
  private static final Pattern STATE = Pattern.compile("^(.*\\S),\\s*([A-Z]{2})\\.?$");

  /// Two scripts with a space or a bracket between them.
  private static final Pattern APART =
      Pattern.compile("\\p{IsHan}[\\s(（/-]+\\p{IsLatin}|\\p{IsLatin}[\\s)）/-]+\\p{IsHan}");

  /// Parts that may have a legal form each: `Acme Ltd (formerly Apex)`, `Acme Ltd / Apex Ltd`.
  private static final Pattern PARTS = Pattern.compile("[/(（]");

  /// `Orsted (formerly Dong Energy)`, `远景能源（原名：江阴远景）`.
  private static final Pattern FORMERLY =
      Pattern.compile(
          "(?i)^(.+?)[\\s,;(（\\[]+(?:(?:formerly|previously)(?: known as|"
              + " called)?|[fn]/?k/?a|曾用名|原名)[\\s:：]*([^()（）]+?)[)）\\]]?$");

  /// Numbers up to 99; those of one letter, and names such as Li and XL, are none.
  private static final Pattern ROMAN =
      Pattern.compile("(?!(?:li|x?l|lx|lv|[vx])$)(?=.)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})");

  /// `Park and Charge`, `Park 'n Charge`.
  private static final Set<String> AND = Set.of("and", "n");

  private static final List<Integer> DIGITS = List.of(1, 5, 10, 50, 100);

  /// The forms of the name of a firm of that country, and of its former name. The name of the
  /// country says nothing (`Conergy UK`), so that the name without it is a form, too, unless only
  /// common words are left (`Bank of China`).
  ///
  /// @param country its code, null if unknown
  public List<NameForm> read(String name, @Nullable String country) {
    Matcher formerly = FORMERLY.matcher(name);
    if (formerly.matches()) {
      return read(formerly.group(1), country);
    }
    List<NameForm> all = new ArrayList<>(read(name));
    List<String> tokens = Folding.tokens(name);
    List<String> less = country == null ? tokens : countries.without(tokens, country);
    if (!less.equals(tokens)) {
      read(String.join(" ", less)).stream()
          .filter(each -> !each.core().isEmpty())
          .forEach(all::add);
    }
    return all;
  }

  /// The forms of one name: none for a name without letters, and two when it is written in both
  /// scripts (`华侨银行 Banco OCBC`).
  public List<NameForm> read(String name) {
    String state = "";
    String bare = name;
    Matcher matcher = STATE.matcher(name);
    if (matcher.matches() && !name.contains(" Co,")) {
      bare = matcher.group(1);
      state = "state" + matcher.group(2).toLowerCase(Locale.ROOT);
    }
    List<String> tokens = new ArrayList<>();
    for (String part : PARTS.split(bare, -1)) {
      tokens.addAll(forms.strip(Folding.tokens(part)));
    }
    readNumbers(tokens);
    if (tokens.isEmpty()) {
      return List.of();
    }
    List<String> han = tokens.stream().filter(NameReader::isHan).toList();
    List<String> latin = tokens.stream().filter(token -> !isHan(token)).toList();
    int hanLetters = han.stream().mapToInt(String::length).sum();
    int latinLetters = latin.stream().mapToInt(String::length).sum();
    List<NameForm> read = new ArrayList<>();
    if (hanLetters >= 2 && latinLetters >= 3 && APART.matcher(bare).find()) {
      read.add(form(han, UnicodeScript.HAN, state));
      read.add(form(latin, script(bare), state));
    } else {
      read.add(form(tokens, hanLetters > 0 ? UnicodeScript.HAN : script(bare), state));
    }
    return read;
  }

  /// Roman numerals are numbers: `District I` and `District II` differ in more than a letter. So
  /// is a V at the end (`Blue Canyon Windpower V`).
  private static void readNumbers(List<String> tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      String token = tokens.get(at);
      if (ROMAN.matcher(token).matches()
          || (at > 0 && at == tokens.size() - 1 && token.equals("v"))) {
        tokens.set(at, Integer.toString(value(token)));
      }
    }
  }

  private static int value(String roman) {
    int sum = 0;
    for (int at = 0; at < roman.length(); at++) {
      int each = DIGITS.get("ivxlc".indexOf(roman.charAt(at)));
      boolean before =
          at + 1 < roman.length() && each < DIGITS.get("ivxlc".indexOf(roman.charAt(at + 1)));
      sum += before ? -each : each;
    }
    return sum;
  }

  private static boolean isHan(String token) {
    return Folding.isHan(token.codePointAt(0));
  }

  /// The script of a name that is not read as Chinese.
  private static UnicodeScript script(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .mapToObj(UnicodeScript::of)
        .filter(each -> each != UnicodeScript.HAN && each != UnicodeScript.COMMON)
        .findFirst()
        .orElse(UnicodeScript.LATIN);
  }

  private NameForm form(List<String> tokens, UnicodeScript script, String state) {
    boolean chinese = script == UnicodeScript.HAN;
    List<String> bare = new ArrayList<>(withoutInitials(forms.strip(tokens)));
    if (bare.size() > 1) {
      bare.removeAll(AND);
      bare.replaceAll(words::corrected);
    }
    CommonWords.Parts parts = words.take(bare);
    List<String> rest = new ArrayList<>(parts.rest());
    if (!state.isEmpty()) {
      rest.add(state);
    }
    String core = String.join(chinese ? "" : " ", rest);
    String sound = chinese ? pinyin.of(core) : core.replace(" ", "");
    String all = String.join(chinese ? "" : " ", bare) + (state.isEmpty() ? "" : " " + state);
    String whole = chinese ? pinyin.of(all) : all.replace(" ", "");
    return new NameForm(script, core, sound, all, whole, parts.words());
  }

  /// `Southern Electricity Networks (SEN)` gives its initials too, which say nothing new.
  private static List<String> withoutInitials(List<String> tokens) {
    if (tokens.size() < 3) {
      return tokens;
    }
    StringBuilder initials = new StringBuilder();
    tokens.subList(0, tokens.size() - 1).forEach(token -> initials.append(token.charAt(0)));
    String last = tokens.getLast();
    return last.length() >= 2 && last.contentEquals(initials)
        ? tokens.subList(0, tokens.size() - 1)
        : tokens;
  }
}
