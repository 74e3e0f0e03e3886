package greenpair.registry.format;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Identifiers;
import greenpair.catalog.value.Rule;
import greenpair.message.Message;
import greenpair.text.PowersOfTen;
import org.jspecify.annotations.Nullable;

/// Refuses placeholders where something must be named ([Rule.Names]). Registries write `other`,
/// `NULL` or `暂无` for what is unnamed; such an entry would collect the work of all of them.
final class Names {
  /// A name is sorted by, and the index takes no key of 32 KiB. A longer cell is damage, such as an
  /// unclosed quote.
  static final int LONGEST = 1000;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]++");
  private static final Pattern LINE_END = Pattern.compile("[\r\n]");
  private static final Pattern PADDED = Pattern.compile("^[\\p{Z}\\p{Cf}]|[\\p{Z}\\p{Cf}]$");

  private static final Pattern UNIT = Pattern.compile("[(（]?[\\p{L}%‰°℃℉\\p{Sc}]");
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|（[^（）]*）");

  /// A word for a power of ten, or a prefix of a metric unit, and whether it is energy, not power.
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)(?:\\p{L}{1,4} )?(hundred|thousand|million|billion|trillion|lakh|crore|mln|mio|bn)s?(?!\\p{L}) ?");

  private static final Pattern METRIC =
      Pattern.compile("([kMGT]?)(?:(Wh)|W|(?:t|m|g|J|Pa|VA?|cal|[lL]|Hz)(?!\\p{Ll}))|([kMG])(?= )");
  private static final Pattern CHINESE =
      Pattern.compile("((?!百分)[十百千万亿]*)(?:平方|立方)?([千兆吉太公]?)(?:(瓦(?:小?时))|[瓦焦帕伏米克卡升赫]|(?<=公)[里斤])?");
  /// Of metric units, beside the [PowersOfTen].
  private static final Map<Character, Integer> PREFIXES =
      Map.of('公', 3, '兆', 6, '吉', 9, 'G', 9, '太', 12, 'T', 12);

  /// How either language states a period or a measure, and how the other one must then name it.
  private static final Map<Pattern, Pattern> SAME =
      Map.ofEntries(
          period("d|days?|daily|tpd|mgd", "[日天]"),
          period("months?|monthly", "月"),
          period("(?<=/)a|y|yr|years?|annual|annually|annum|tpa|tpy", "年"),
          period("h|hr|hours?|hourly", "小?时"),
          measure("ha|hectares?", "公顷"),
          measure("acres?", "英亩"),
          measure("mu", "(?<!英)亩"),
          measure("miles?", "英里"),
          measure("jin|catt(?:y|ies)", "(?<!公)斤"),
          measure("dozens?", "打"),
          measure("pairs?", "^[对双]"),
          measure("(?:US )?dollars?|USD|US\\$", "美元|美金"),
          measure("euros?|EUR", "欧元"),
          measure("yuan|CNY|RMB", "(?<![美欧日港台韩澳加单])元|人民币"));

  /// Each is counted by words of its own in both languages.
  private static final List<Pattern> COUNTED =
      Stream.of(
              "households?|homes?|dwellings?|flats?|famil(?:y|ies)|户",
              "people|persons?|residents?|inhabitants?|passengers?|人(?![造工次])",
              "bus(?:es)?|cars?|trucks?|tax(?:i|is)|vehicles?|辆",
              "lamps?|lights?|luminaires?|盏",
              "buildings?|[栋幢]",
              "trees?|[棵株]",
              "ships?|ferr(?:y|ies)|vessels?|艘")
          .map(each -> Pattern.compile("(?i)(?<!\\p{Alpha})(?:" + each + ")(?!\\p{Alpha})"))
          .toList();

  /// Words for unknown, by letters and digits alone.
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "na|none|null|nil|nan|undefined|unknown|tb[acd]|various|(?:see|sameas)above"
              + "|(?:yet)?tobe(?:determined|confirmed|announced|advised|decided|defined|named)"
              + "|(?:not|un)(?:yet)?(?:available|applicable|known|stated|given|specified|provided"
              + "|determined|decided|defined|assigned|selected)(?:yet)?|no(?:data|name|information)"
              + "|不适用|无|没有|同上|[未不]知|不[详明]|暂[无缺]|(?:有?待|尚?未)(?:定|[确决]定|确认|补充|公布|通知|知|填|提供|选定)");

  private static final Set<String> NOBODY =
      Set.of(
          ("other others multiple self asabove seenote seenotes test xxx nbsp blank redacted"
                  + " notdisclosed ditto true false yes no private individual nn 其他 其它 个人 自然人"
                  + " 保密 未披露 未公开")
              .split(" "));

  /// What says only that there is somebody, such as `Private developer 2` or `TBD Inc`.
  private static final Pattern SOME =
      Pattern.compile(
          "(?:(?:the|an?|any|local|private|unknown|undisclosed|unnamed|unspecified|confidential"
              + "|anonymous|various|several|multiple|other|no|nil|pending|awaiting) )*"
              + "(?:(?:owner|firm|operator|developer|contractor|supplier|vendor|bidder|investor|client"
              + "|builder|manufacturer|provider|name)s?|compan(?:y|ies)|award|unknown|withheld|pending"
              + "|nobody|undisclosed|unnamed|confidential|tb[acd]|na|null|nil|none)"
              + "(?: (?:unknown|pending|withheld|undisclosed|tb[acd]|null|[a-z]|[0-9]{1,4}))*"
              + "(?: (?:inc|llc|ltd|limited|corp|co|gmbh|plc))*"
              + "|(?:某.{0,6}|x{1,4}|[a-z]|多家|若干|无)?(?:公司|企业|[建中]?[设标]?单位|业主|厂商|承包商|政府)等?"
              + "|.{0,6}(?:待|[暂尚]?未)(?:招标|定标?|中标|公布|签约|建)|招标中|尚无|多家");

  /// An address in place of a name.
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\S+@\\S+\\.\\S+|(?:https?://|www\\.)\\S+");

  private static final Set<String> NO_SOURCE =
      Set.of(
          (" memory frommemory 记忆 凭记忆 网络 互联网 internet google"
                  + " theinternet ownknowledge loremipsum chatgpt web website 百度 资料")
              .split(" ", -1));

  /// What a registry writes behind an owner.
  private static final Pattern SHARE =
      Pattern.compile("[\\[(（【]\\s*[0-9.,]+\\s*(?:[%％]|[/／]\\s*[0-9]+)\\s*[])）】]\\s*$");

  /// Cities have such names: Nan in Thailand, None in Italy.
  private static final Pattern SHORT = Pattern.compile("[A-Z][a-z]{1,3}");

  /// What a spreadsheet shows in place of a value, such as `#N/A` or `#REF!`.
  private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/]{1,12}[!?]?");

  private Names() {}

  /// A value of that sort; null after recording a problem.
  ///
  /// @param kind a partner names somebody
  static @Nullable Object checked(Rule.Named sort, Kind kind, @Nullable Object value, Field field) {
    return switch (value) {
      case null -> null;
      case Text unit when sort == Rule.Named.UNIT -> unit(unit, field);
      case Text name -> name(name, kind, field);
      default -> {
        String text = value.toString();
        yield switch (sort) {
          case NAME, ALIAS -> alias(text, field);
          case IDENTIFIER -> identifier(text, field);
          case SOURCE -> source(text, field);
          case UNIT -> unit(new Text(text, null), field) == null ? null : text;
        };
      }
    };
  }

  private static @Nullable Text name(Text name, Kind kind, Field field) {
    // An unclosed quote of a CSV file makes one cell of many rows.
    if (any(name, LINE_END.asPredicate())) {
      return field.refuse(Message.of("value.one_line"));
    }
    if (any(name, PADDED.asPredicate())) {
      return field.refuse(Message.of("value.padded"));
    }
    if (any(name, each -> each.length() > LONGEST)) {
      return field.refuse(Message.of("check.most_characters", "most", LONGEST));
    }
    if (kind.isPartner() && any(name, each -> !isSomebody(each))) {
      return field.refuse(Message.of("value.somebody"));
    }
    return any(name, each -> !isName(each) && !(kind == Kind.CITY && SHORT.matcher(each).matches()))
        ? field.refuse(Message.of("value.letters"))
        : name;
  }

  private static boolean any(Text name, Predicate<String> fault) {
    return name.all().stream().anyMatch(fault);
  }

  /// In what is counted: no number itself, nor of another size in the other language.
  private static @Nullable Text unit(Text unit, Field field) {
    boolean isSame = unit.en() == null || unit.zh() == null || isSame(unit.en(), unit.zh());
    return isSame && !any(unit, each -> !UNIT.matcher(each).lookingAt())
        ? unit
        : field.refuse(Message.of("value.unit"));
  }

  private static Map.Entry<Pattern, Pattern> period(String en, String zh) {
    String stated = "(?i)(?:/|\\b(?:an?|per) )(?:" + en + ")\\b|[/每]" + zh;
    return Map.entry(Pattern.compile(stated), measure(en, zh).getValue());
  }

  private static Map.Entry<Pattern, Pattern> measure(String en, String zh) {
    Pattern named = Pattern.compile("(?i)\\b(?:" + en + ")\\b|" + zh);
    return Map.entry(named, named);
  }

  private static boolean isSame(String en, String zh) {
    List<Integer> one = counted(en);
    List<Integer> other = counted(zh);
    return (one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other))
        && english(en).equals(chinese(zh))
        && SAME.entrySet().stream()
            .allMatch(
                each ->
                    (!each.getKey().matcher(en).find() || each.getValue().matcher(zh).find())
                        && (!each.getKey().matcher(zh).find()
                            || each.getValue().matcher(en).find()));
  }

  /// What is counted, as positions in the list of what can be told in both languages.
  private static List<Integer> counted(String unit) {
    return IntStream.range(0, COUNTED.size())
        .filter(at -> COUNTED.get(at).matcher(unit).find())
        .boxed()
        .toList();
  }

  /// What a unit is told by: its power of ten, and whether it is energy.
  private record Size(int power, boolean isEnergy) {
    static Size of(String prefixes, boolean isEnergy) {
      return new Size(prefixes.chars().map(each -> power((char) each)).sum(), isEnergy);
    }

    private static int power(char prefix) {
      Integer power = PREFIXES.getOrDefault(prefix, PowersOfTen.of(String.valueOf(prefix)));
      return power == null ? 0 : power;
    }
  }

  private static Size english(String unit) {
    String bare = BRACKETS.matcher(unit).replaceAll("").strip();
    Matcher word = ENGLISH.matcher(bare);
    boolean hasWord = word.lookingAt();
    Integer power = hasWord ? PowersOfTen.of(word.group(1)) : null;
    Matcher metric = METRIC.matcher(hasWord ? bare.substring(word.end()) : bare);
    boolean isMetric = metric.lookingAt();
    String prefix = !isMetric ? "" : metric.group(3) == null ? metric.group(1) : metric.group(3);
    Size size = Size.of(prefix, isMetric && metric.group(2) != null);
    return power == null ? size : new Size(size.power + power, size.isEnergy);
  }

  private static Size chinese(String unit) {
    Matcher found = CHINESE.matcher(BRACKETS.matcher(unit).replaceAll("").strip());
    return found.lookingAt()
        ? Size.of(
            found.group(1) + (found.end() > found.end(2) ? found.group(2) : ""),
            found.group(3) != null)
        : new Size(0, false);
  }

  /// A source, which is no placeholder either.
  private static @Nullable String source(String source, Field field) {
    String letters = letters(source);
    boolean isNone = NO_SOURCE.contains(letters) || UNKNOWN.matcher(letters).matches();
    return Provenance.MEMORY.equals(source) || !isNone
        ? source
        : field.refuse(Message.of("value.source"));
  }

  /// Another name of an organisation, which may be of digits, such as 360 or 7-11.
  private static @Nullable String alias(String alias, Field field) {
    boolean isNumber =
        alias.codePoints().anyMatch(Character::isDigit)
            && alias.codePoints().noneMatch(Character::isLetter);
    return isNumber || isSomebody(alias) ? alias : field.refuse(Message.of("value.somebody"));
  }

  /// A number of a registry with its scheme: one that the scheme can have, and no placeholder.
  private static @Nullable String identifier(String identifier, Field field) {
    String scheme = identifier.substring(0, identifier.indexOf(':'));
    String number = identifier.substring(scheme.length() + 1);
    String letters = letters(number);
    return !letters.isEmpty()
            && !NOBODY.contains(letters)
            && !UNKNOWN.matcher(letters).matches()
            && Identifiers.isOf(scheme, number)
        ? identifier
        : field.refuse(Message.of("value.identifier_of", "scheme", scheme));
  }

  private static String letters(String text) {
    return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static boolean isSomebody(String name) {
    String bare = BRACKETS.matcher(name).replaceAll(" ").strip();
    String words = NO_LETTERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return isName(name)
        && !NOBODY.contains(letters(name))
        && !SHARE.matcher(name).find()
        && !ADDRESS.matcher(name.strip()).matches()
        && !SOME.matcher(words).matches()
        && !UNKNOWN.matcher(letters(bare)).matches();
  }

  private static boolean isName(String name) {
    String letters = letters(name);
    boolean hasLetter = letters.codePoints().anyMatch(Character::isLetter);
    return hasLetter
        && !UNKNOWN.matcher(letters).matches()
        && !ERROR.matcher(name.strip()).matches();
  }
}
