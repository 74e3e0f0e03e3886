package greenpair.search.read;

import module java.base;

import org.jspecify.annotations.Nullable;

/// Bounds that a query sets to years and distances: "since 2015", 2018年以后, "within 50 km of".
public final class QueryBounds {
  private static final double KILOMETRES_OF_A_MILE = 1.609344;
  private static final String MONTH =
      "(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?\\s+(?:\\d{1,2},?\\s+)?)";

  private static final String YEAR = MONTH + "?((?:19|20)\\d{2})";
  private static final String HAN_MONTH = "(?:\\d{1,2}月(?:\\d{1,2}[日号])?)";
  private static final String HAN_YEAR = YEAR + "\\s*年?\\s*" + HAN_MONTH + "?\\s*";

  /// What a project did in a year, which is when it began, or until when offers are taken.
  private static final String DID =
      "(?:(?:that |which )?(?:(?:were |was )?(?:started|began|begun|starting|opened|launched|built"
          + "|finished|completed|commissioned)"
          + "|(?:are |is )?(?:due|clos(?:e|es|ing)|end(?:s|ing)?|expir(?:e|es|ing)))\\s+)?";

  /// A part of the year before a month of it belongs to the time before that month.
  private static final Pattern MONTHS = Pattern.compile(MONTH + "|" + HAN_MONTH);

  private static final String HAN_DID = "(?:投运|投产|建成|启动|开工|开建|开始|开通|运行|截止|到期)?";
  private static final Pattern DUE =
      Pattern.compile("(?i)^(?:that |which )?(?:are |is )?(?:due|clos|end|expir)|(?:截止|到期)$");
  private static final String TO = "\\s*(?:and|to|until|-|–)\\s*";

  /// Forms of bounds, with what their first year and second year mean.
  private static final List<Form> FORMS =
      List.of(
          Form.of("(?:between|from)\\s+" + YEAR + TO + YEAR, 0, 0),
          Form.of("(?:since|no earlier than|not before)\\s+" + YEAR, 0, null),
          Form.of("after\\s+" + YEAR, 1, null),
          Form.of("before\\s+" + YEAR, null, -1),
          Form.of("(?:until|up to|by|no later than|not after)\\s+" + YEAR, null, 0),
          Form.of("(?:in|during|year)\\s+" + YEAR + "|(?:of|for)\\s+" + YEAR + "(?=\\W*$)", 0, 0),
          Form.of("(?:自|从)?" + HAN_YEAR + "(?:至|到|-|–)\\s*" + HAN_YEAR + "(?:之?间|期间)?", 0, 0),
          Form.of("(?:自|从)?" + HAN_YEAR + "(?:以后|以来|后|起)", 0, null),
          Form.of(HAN_YEAR + "之后", 1, null),
          Form.of(HAN_YEAR + "(?:以前|之前|前)", null, -1),
          Form.of("(?:截至|截止到?)" + HAN_YEAR + "|" + HAN_YEAR + "(?:为止|以内)", null, 0),
          Form.of(YEAR + "\\s*年(?:度|期间)?" + HAN_MONTH + "?", 0, 0));

  private static final String NUMBER = "(\\d{1,5}(?:\\.\\d+)?)[\\s-]*";
  private static final String UNIT = "(kms?|kilomet(?:er|re)s?|mi|miles?)";
  private static final String HAN_NUMBER = NUMBER + "(公里|千米|km)\\s*";
  private static final String HAN_AROUND = "(?:周边|附近|周围|方圆|半径)\\s*";

  /// Forms of distances, each with its number and unit.
  private static final List<Pattern> DISTANCES =
      Stream.of(
              "(?:within|less than|under|up to)\\s+(?:a\\s+)?"
                  + (NUMBER + UNIT)
                  + "(?:\\s+(?:radius\\s+)?(?:of|from|around))?(?!\\p{L})",
              NUMBER + UNIT + "\\s+(?:from|around|radius(?:\\s+(?:of|around))?)(?!\\p{L})",
              "(?:" + HAN_AROUND + ")?" + HAN_NUMBER + "(?:的?范围[之以]?内|范围|以内|之内|内)",
              HAN_AROUND + HAN_NUMBER)
          .map(each -> Pattern.compile("(?<![a-z\\p{N}.-])(?:" + each + ")"))
          .toList();

  /// A number of years up to now.
  private static final Pattern LAST =
      Pattern.compile(
          "(?<![a-z])(?:(?:in|over|from)\\s+)?(?:the\\s+)?(?:last|past)\\s+"
              + "(?<en>\\d{1,2}|two|three|five|ten)\\s+years(?![a-z])"
              + "|(?:最近|过去|近)(?<zh>\\d{1,2}|[一两二三四五六七八九十])年(?:以来|内|来)?");
  private static final String HAN_DIGITS = "一二三四五六七八九十";
  private static final Map<String, Integer> FEW =
      Map.of("two", 2, "three", 3, "five", 5, "ten", 10, "两", 2);

  private QueryBounds() {}

  /// @param first what is added to a first year to give the earliest; null if it gives none
  /// @param last the same for the latest, from the second year where there is one
  private record Form(Pattern pattern, @Nullable Integer first, @Nullable Integer last) {
    static Form of(String form, @Nullable Integer first, @Nullable Integer last) {
      String whole =
          "(?<![a-z\\p{N}.,-])" + DID + "(?:" + form + ")(?![a-z\\p{N}]|[.,]\\p{N})" + HAN_DID;
      return new Form(Pattern.compile(whole), first, last);
    }

    Years years(Matcher found) {
      List<Integer> years = new ArrayList<>();
      for (int group = 1; group <= found.groupCount(); group++) {
        if (found.group(group) != null) {
          years.add(Integer.valueOf(found.group(group)));
        }
      }
      boolean isMonth = MONTHS.matcher(found.group()).find();
      return new Years(
          first == null ? Years.ANY.from : years.getFirst() + (isMonth ? 0 : first),
          last == null ? Years.ANY.until : years.getLast() + (isMonth ? 0 : last));
    }
  }

  /// Years in which projects began and needs were stated, both ends included.
  public record Years(int from, int until) {
    /// All years that a catalog may hold, see `PartialDate`.
    public static final Years ANY = new Years(1800, 2200);

    public boolean isAny() {
      return equals(ANY);
    }

    /// All years if none lies within it.
    public Years orAny() {
      return from > until ? ANY : this;
    }

    public Years and(Years other) {
      return new Years(Math.max(from, other.from), Math.min(until, other.until));
    }

    /// An interval of ISO 8601-2: `2015/..`.
    public String word() {
      return (from == ANY.from ? ".." : from) + "/" + (until == ANY.until ? ".." : until);
    }

    public Set<String> terms(IntFunction<String> term) {
      return IntStream.rangeClosed(from, until).mapToObj(term).collect(Collectors.toSet());
    }
  }

  /// Years with the words for them.
  public record Dated(String written, Years years) {
    /// Whether something is due in them, which the words say.
    boolean isDue() {
      return DUE.matcher(written).find();
    }

    /// Whether they end or begin after a year.
    boolean isAfter(int now) {
      return years.from > now || (years.until > now && years.until != Years.ANY.until);
    }
  }

  /// A distance with the words for it.
  ///
  /// @param kilometres from 0 on
  public record Distance(String written, double kilometres) {}

  /// The years of a text. One up to which something is to be after `now` is a target, and no bound:
  /// "carbon neutral by 2060".
  public static List<Dated> years(String text, int now) {
    List<Dated> found = new ArrayList<>();
    String rest = PhraseMatcher.lower(text);
    Matcher last = LAST.matcher(rest);
    while (last.find()) {
      String count = Objects.requireNonNullElse(last.group("en"), last.group("zh"));
      String written = text.substring(last.start(), last.end()).strip();
      found.add(new Dated(written, new Years(now - number(count), Years.ANY.until)));
    }
    for (Form form : hasDigit(rest) ? FORMS : List.<Form>of()) {
      Matcher each = form.pattern.matcher(rest);
      while (each.find()) {
        Dated dated = new Dated(text.substring(each.start(), each.end()).strip(), form.years(each));
        if (dated.isDue() || !dated.isAfter(now)) {
          found.add(dated);
        }
      }
      rest = each.replaceAll(match -> " ".repeat(match.group().length()));
    }
    return found;
  }

  /// Whether a form may match, found in a fraction of the time.
  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(each -> each >= '0' && each <= '9');
  }

  private static int number(String count) {
    int han = HAN_DIGITS.indexOf(count);
    Integer few = FEW.get(count);
    return han >= 0 ? han + 1 : few != null ? few : Integer.parseInt(count);
  }

  public static Optional<Distance> distance(String text) {
    for (Pattern form : hasDigit(text) ? DISTANCES : List.<Pattern>of()) {
      Matcher each = form.matcher(PhraseMatcher.lower(text));
      if (each.find()) {
        double factor = each.group(2).startsWith("m") ? KILOMETRES_OF_A_MILE : 1;
        double kilometres = factor * Double.parseDouble(each.group(1));
        String written = text.substring(each.start(), each.end()).strip();
        return Optional.of(new Distance(written, kilometres));
      }
    }
    return Optional.empty();
  }
}
