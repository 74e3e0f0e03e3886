package greenpair.learn;

import greenpair.message.Message;
import greenpair.program.introduction.Introduction.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The classes of the model: stages in order, neighbours with too few ended introductions merged.
///
/// @param starts the first stage of each class, in order; the first is [Stage#INTRODUCED]
record StageClasses(List<Stage> starts) {
  static final int LEAST = 5;

  static final List<Stage> ALL = List.of(Stage.INTRODUCED, Stage.MET, Stage.PILOT, Stage.CONTRACT);

  /// From the last stage down, each class takes stages until enough introductions ended in it; what
  /// is left at the bottom joins the class above.
  static StageClasses of(List<Outcome> outcomes) {
    List<Stage> starts = new ArrayList<>();
    int count = 0;
    for (Stage stage : ALL.reversed()) {
      count +=
          (int) outcomes.stream().filter(each -> each.ended() && each.reached() == stage).count();
      if (count >= LEAST) {
        starts.addFirst(stage);
        count = 0;
      }
    }
    if (starts.isEmpty()) {
      starts.add(Stage.INTRODUCED);
    }
    starts.set(0, Stage.INTRODUCED);
    return new StageClasses(List.copyOf(starts));
  }

  int count() {
    return starts.size();
  }

  /// The class of a stage, from 0.
  int classOf(Stage stage) {
    int found = 0;
    for (int i = 0; i < starts.size(); i++) {
      found = stage.compareTo(starts.get(i)) >= 0 ? i : found;
    }
    return found;
  }

  static String word(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  static Message name(Stage stage) {
    return Message.of("stage." + word(stage));
  }
}
