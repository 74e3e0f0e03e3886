package greenpair.reindex.run;

import greenpair.config.Settings;

/// `index-config/publish.yaml`: what anonymous visitors see, and the margins of the gate.
///
/// @param hidesUnverified whether pages hide unchecked facts from visitors who are not signed in
/// @param shrink share of the entries of a source and kind that may be lost, 0 to 1
/// @param least a loss of fewer entries than this is always allowed
/// @param margin by which nDCG@10 of judged queries may fall, 0 to 1
/// @param places of a shortlist that are compared
/// @param mostNeeds needs whose shortlists are compared
public record PublishSettings(
    boolean hidesUnverified, double shrink, int least, double margin, int places, int mostNeeds) {
  public static final String FILE = "publish.yaml";

  private static final int MANY = 100_000;
  private static final int MOST_PLACES = 100;

  private enum Unverified {
    SHOW,
    HIDE
  }

  public static PublishSettings read(Settings all) {
    Unverified unverified = all.choice("unverified", Unverified.class);
    Settings shrink = all.child("shrink");
    Settings judgements = all.child("judgements");
    Settings shortlists = all.child("shortlists");
    PublishSettings read =
        new PublishSettings(
            unverified == Unverified.HIDE,
            shrink.number("share", 0, 1),
            shrink.whole("least", 0, MANY),
            judgements.number("margin", 0, 1),
            shortlists.whole("places", 1, MOST_PLACES),
            shortlists.whole("most_needs", 0, MANY));
    all.finish();
    return read;
  }
}
