package greenpair.pages.view;

import greenpair.catalog.Text;
import greenpair.match.gate.Gate;
import greenpair.match.reason.Answer;
import java.util.List;

/// Cases and recommendations in the words of a page.
public record CaseWords(PageText v) {
  public List<Answer.Case> shown(List<Answer.Case> cases) {
    return cases.stream().filter(each -> v.isShown(each.verified())).toList();
  }

  /// Whether the reason of a recommendation is shown, which names its strongest case.
  public boolean isShown(Answer.Recommendation recommendation) {
    return recommendation.evidence().stream().limit(1).allMatch(each -> v.isShown(each.verified()));
  }

  /// Where and when a case was done, in a few words. Of one outside its city, the place itself says
  /// more than the city near it.
  public String where(Answer.Case each) {
    Text location = each.location();
    boolean isNear = !each.inCity() && location == null;
    Text place = each.inCity() || location == null ? each.cityName() : location;
    String key = isNear ? "evidence.nearby" : "evidence.where";
    return v.say(key, "place", v.plain(place), "year", v.year(each.year()));
  }

  /// Where and when a case was done, and how similar its city is. A city is not called similar to
  /// itself.
  public String likeness(String key, Answer.Case each) {
    boolean isOwn = each.similarity() >= 1;
    String said = isOwn ? each.inCity() ? "why.own" : "why.beside" : key;
    return v.say(said, "where", where(each), "alike", v.formats().percent(each.similarity()));
  }

  /// The cautions that no gate states already.
  public List<Text> cautions(Answer.Recommendation recommendation) {
    List<Text> said = recommendation.gates().stream().map(Gate::because).toList();
    return recommendation.cautions().stream().filter(each -> !said.contains(each)).toList();
  }
}
