package greenpair.pages.view;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import org.jspecify.annotations.Nullable;

/// The data about the visitor that every page needs. Equal visits of a page get the same page.
///
/// @param path path of the address, still encoded
/// @param query query of the address without its language, still encoded; empty for none
/// @param home the city that this browser remembers; null for none
/// @param member the signed-in user; null if there is none
public record Visit(
    Language language,
    String path,
    String query,
    @Nullable EntryId home,
    @Nullable Member member,
    boolean isCheckedOnly) {
  /// Whether the visitor may change data of that city.
  ///
  /// @param city null for what belongs to none
  public boolean mayChange(@Nullable EntryId city) {
    return member != null && member.caller().mayChange(city);
  }

  /// Whether the visitor may see plans: coordinators, and the staff of cities their own part.
  public boolean mayPlan() {
    return member != null && member.caller().isAtLeast(Role.CITY);
  }

  /// The current address, to return to after a form; without the language, which is remembered.
  public String here() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// A place on the page where one is.
  public String at(String id) {
    return here() + "#" + id;
  }

  /// Whether the address is at or below this one, for the navigation.
  public boolean isAt(String address) {
    return path.equals(address) || (!address.equals("/") && path.startsWith(address + "/"));
  }

  public String in(Language other) {
    String lang = "lang=" + other.word();
    return path + "?" + (query.isEmpty() ? lang : query + "&" + lang);
  }

  /// A signed-in user.
  ///
  /// @param csrf token that each form of this session sends
  public record Member(Caller caller, String csrf) {}
}
