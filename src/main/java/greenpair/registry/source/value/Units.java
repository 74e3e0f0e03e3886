package greenpair.registry.source.value;

import module java.base;

import org.jspecify.annotations.Nullable;

/// What may follow a number: a text that begins with a known unit or currency and has no word for a
/// power of ten. Any other may change the amount, since words such as `mila` or `ล้าน` are many, or
/// say that there is none, so it is refused.
final class Units {
  static final String CODES =
      Currency.availableCurrencies()
          .map(Currency::getCurrencyCode)
          .sorted()
          .collect(Collectors.joining("|", "RMB|", ""));

  /// Units of the SI, those of registries that take its prefixes, and molecules.
  private static final Pattern METRIC =
      Pattern.compile(
          "(?:[kMGTPmµμunhcd]|da)?(?:W(?:h(?:th|el?)?|p|th|el?|ac|dc)?|VA|var|V|A|J|Pa|Hz|Ω|N|mol"
              + "|cal|g|[lL]|m[²³]?|t|toe|tce)|[kMG]?t?(?:CO|CH)(?:[₂₄]?e?q?)");

  /// The first words of units in the singular, without regard to case.
  private static final Set<String> WORDS =
      Set.of(
          ("acre apartment barrel battery bbl bed bike boiler btu building bus car cf charger city"
                  + " cow cubic customer day decibel deg degree device dollar door dry dwelling eq"
                  + " euro family farm feet ferry fixture flat floor foot ft gal gallon gram gross gwh"
                  + " ha head hectare home hour household hp hr inch inhabitant job kg kilo kilogram"
                  + " kilometer kilometre kilowatt km kr kw kwh lamp lb lbs light liter litre lot"
                  + " megawatt member meter metre metric mgd mi mile min minute mmbtu mmscf mmscfd"
                  + " module month mpg mph mwh net nm of office ounce oz panel park passenger people"
                  + " per percent person piece pig place plant point population pound project pump"
                  + " quad resident room school scf seat sec second set short site solar space sq sqft"
                  + " sqkm sqm square stall station stop street stück system taxi therm ton tonne"
                  + " train tree trip truck turbine unit user van vehicle visitor watt week well wind"
                  + " yard yd year yr yuan zł")
              .split(" "));

  private static final Pattern HAN =
      Pattern.compile(
          "[吨噸克斤磅瓦度米尺里亩畝顷頃升桶人户戶口辆輛台臺座套个個家所间間项項件条條栋棟幢处處片块塊盏盞根株棵头頭只"
              + "组組次班列艘架元圆圓镑鎊天日年时時小秒钟鐘周倍平立大标標伏安焦卡帕赫电電热熱水车車泊床美欧歐英港円每人名"
              + "]|公[吨噸斤里升顷頃尺亩畝]|千米|[千兆百毫微厘分吉太][瓦克米伏卡帕安焦乏升赫]|吨标准煤");

  /// Words for a power of ten behind a unit: `USD million`, `t ('000)`, `辆（万）`.
  private static final Pattern SCALE =
      Pattern.compile(
          "(?i)(?<!\\p{L})(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen|cent|thou|tsd|mln|mio"
              + "|mrd|bn|mn|mm|mil|[kKbB])s?\\.?(?!\\p{L})|(?<![0-9])000s?(?![0-9])|[万萬亿億만억천조]|x\\s*10|(?<![0-9]\\s?)(?<!\\p{L})[x×]\\s*[0-9]|[-−]\\s*$");

  /// Words behind a unit that say it is less, or none: `5 MW short`, `5 MW (of 10)`.
  private static final Pattern LESS =
      Pattern.compile(
          "(?i)(?<!\\p{L})(?:less|fewer|deficits?|loss(?:es)?|lost|short(?:ages?|falls?)?(?!\\s+ton)|cancell?ed"
              + "|each|apiece|scrapped|abandoned|failed|demolished|unfinished|rejected|expired|retired|withdrawn|decreased?|declined?|dropped|reductions?|reduced|down|below|missing|minus|not?|never)"
              + "(?!\\p{L})|(?<!\\p{L})of\\s+[0-9]|\\?|[亏虧缺欠跌]|拆除|报废|未投|赤字|逆差|损失|減少|减少|下降|降低|取消|流[失出]|停[产止运]");

  /// A sign or a letter that refers to a note, of which nobody knows what it says.
  private static final Pattern NOTE =
      Pattern.compile(
          "[*†‡§¶#~!]|(?<!⁻)¹|(?<=[\\s\\p{Zs}])[\\p{IsLatin}&&[^adhsyglLmtWVAJNSECFK]](?![\\p{L}.])");

  private static final Pattern TIMES = Pattern.compile("[0-9]\\s*[x×*]");

  private static final String MONEY =
      "(?:(?:"
          + CODES
          + ")(?!\\p{L})|[A-Z]{0,3}\\p{Sc}|(?i:dollars?|euros?|pounds?|yuan)(?!\\p{L}))";

  /// The first word, behind which the rest says more about it.
  private static final Pattern FIRST =
      Pattern.compile(
          "(?:[/·.(,+\\s\\p{Zs}]|-(?=\\p{L}{2})(?!"
              + MONEY
              + "))*+([A-Z]{0,3}\\p{Sc}|[%‰°º㎡㎥℃℉]|\\p{IsHan}++|[\\p{L}²³₂₄]++)");

  /// A letter for millions beside a currency, which is metres elsewhere.
  private static final Pattern MILLIONS =
      Pattern.compile(
          "(?:.*" + MONEY + "\\s*[mMtT](?!\\p{L}).*)|\\s*[kKmMtTgGbB]\\.?\\s*" + MONEY + ".*",
          Pattern.DOTALL);

  private static final Pattern LEADING_MONEY =
      Pattern.compile(
          "\\s*(" + MONEY + "|[美欧歐日港台]?[元円圆圓]|[港台]币|美金|人民币|英?镑|欧(?!\\p{IsHan})|kr(?!\\p{L})|zł)");

  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\p{Sc}])(?:" + CODES + ")(?!\\p{L})");

  /// Whose dollars are not those of the United States.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:AU|CA|HK|NT|NZ|SG)(?!\\p{L})"
              + "|(?i:canad|austral|hong ?kong|singap|taiwan|new zealand|mexic))");

  /// In place of a code where a sign is not known (ISO 4217).
  static final String NO_CURRENCY = "XXX";

  /// Which currencies a sign or word can be, where it is not a code.
  private static final Map<String, Set<String>> SIGNS =
      Stream.of(
              "$ USD AUD CAD HKD NZD SGD TWD MXN ARS CLP COP BRL",
              "dollar USD AUD CAD HKD NZD SGD TWD|a$ AUD|nt$ TWD|r$ BRL|美元 USD|美金 USD",
              "¥ CNY JPY|￥ CNY JPY|元 CNY HKD TWD|圆 CNY JPY|圓 CNY JPY TWD|円 JPY|日元 JPY|日圆 JPY",
              "rmb CNY|yuan CNY|人民币 CNY|港元 HKD|港币 HKD|台元 TWD|台币 TWD|kr SEK NOK DKK ISK|zł PLN",
              "£ GBP|镑 GBP|英镑 GBP|pound GBP|€ EUR|euro EUR|欧元 EUR|歐元 EUR|欧 EUR",
              "₹ INR|₽ RUB|₩ KRW|₦ NGN|฿ THB|₫ VND|₺ TRY|₱ PHP|₪ ILS|₴ UAH|₸ KZT")
          .flatMap(line -> Stream.of(line.split("\\|")))
          .map(each -> List.of(each.split(" ")))
          .collect(
              Collectors.toMap(List::getFirst, each -> Set.copyOf(each.subList(1, each.size()))));

  private Units() {}

  /// Whether a text is a unit, maybe with words about it.
  static boolean isUnit(String text) {
    Matcher first = FIRST.matcher(text);
    return first.lookingAt()
        && isFirst(first.group(1))
        && !NOTE.matcher(text).find()
        && !isOfSeveral(first.group(1), text.substring(first.end()))
        && !SCALE.matcher(text).find()
        && !LESS.matcher(text).find()
        && !MILLIONS.matcher(text).matches();
  }

  /// Whether another amount follows: `MW (planned 10 MW)`, but not `MW (2x5 MW)`.
  private static boolean isOfSeveral(String unit, String rest) {
    return !TIMES.matcher(rest).find()
        && Pattern.compile("[0-9]\\s*" + Pattern.quote(unit) + "(?!\\p{L})").matcher(rest).find();
  }

  private static boolean isFirst(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String single = lower.replaceFirst("(?<=s)es$|s$", "");
    return !Character.isLetter(word.codePointBefore(word.length()))
        || METRIC.matcher(word).matches()
        || word.matches(CODES)
        || WORDS.contains(lower)
        || WORDS.contains(single)
        || HAN.matcher(word).lookingAt();
  }

  /// A unit or currency that stands in brackets, without them; other words in brackets as they are.
  static String bare(String unit) {
    boolean isBracket = unit.matches("\\([^()]*\\)");
    String inner = isBracket ? unit.substring(1, unit.length() - 1).strip() : "";
    Matcher first = FIRST.matcher(inner);
    boolean isKnown =
        first.lookingAt()
            && (METRIC.matcher(first.group(1)).matches()
                || HAN.matcher(first.group(1)).lookingAt()
                || LEADING_MONEY.matcher(inner).lookingAt());
    return isKnown ? inner : unit;
  }

  /// Whether words behind a unit or currency say that it is less, none, or one of several.
  static boolean isLess(String unit) {
    return LESS.matcher(unit).find();
  }

  /// The currencies of which an amount can be: `$` is of several, and none is possible where two
  /// signs contradict each other. Nothing if it is no money.
  ///
  /// @param before what stands before the number, such as `US$`; may be null
  static Optional<Set<String>> money(@Nullable String before, String unit) {
    Matcher behind = LEADING_MONEY.matcher(unit);
    boolean isBehind = behind.lookingAt();
    if (before == null && !isBehind) {
      return Optional.empty();
    }
    Set<String> all = new TreeSet<>(codes(before == null ? behind.group(1) : before));
    if (isBehind) {
      all.retainAll(codes(behind.group(1)));
    }
    CODE.matcher(unit).results().forEach(each -> all.retainAll(codes(each.group())));
    if (ELSEWHERE.matcher(unit).find()) {
      all.remove("USD");
    }
    return Optional.of(all);
  }

  /// At least one.
  private static Set<String> codes(String money) {
    String lower = money.strip().toLowerCase(Locale.ROOT);
    Set<String> known = SIGNS.get(lower.replaceFirst("(?<=euro|pound|dollar)s$", ""));
    if (known != null || money.matches("[A-Z]{3}")) {
      return known != null ? known : Set.of(money);
    }
    int sign = money.strip().length() - 1;
    Set<String> some = new TreeSet<>(SIGNS.getOrDefault(lower.substring(sign), Set.of()));
    some.removeIf(code -> !code.startsWith(money.strip().substring(0, sign)));
    return some.isEmpty() ? Set.of(NO_CURRENCY) : some;
  }
}
