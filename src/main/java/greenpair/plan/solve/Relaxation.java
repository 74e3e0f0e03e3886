package greenpair.plan.solve;

import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// A program in which no unknown need be whole, solved by the simplex method of ojAlgo: the only
/// class that knows it.
record Relaxation(List<IntegerProgram.Unknown> unknowns, List<IntegerProgram.Row> rows) {
  /// The best solution when each unknown is in [least, most]. A model is created each time, since
  /// the solver narrows the bounds of what it has solved.
  SolverResult solve(double[] least, double[] most) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[least.length];
    for (int i = 0; i < variables.length; i++) {
      variables[i] = model.addVariable("x" + i).lower(least[i]).upper(most[i]);
      double gain = unknowns.get(i).gain();
      if (gain != 0) {
        variables[i].weight(gain);
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      add(rows.get(r), model.addExpression("r" + r), variables);
    }
    Optimisation.Result result = model.maximise();
    double[] values = new double[variables.length];
    if (!result.getState().isOptimal()) {
      SolverResult.State state =
          result.getState() == Optimisation.State.INFEASIBLE
              ? SolverResult.State.IMPOSSIBLE
              : SolverResult.State.UNDECIDED;
      return new SolverResult(state, Double.NaN, Double.NaN, values);
    }
    double value = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = result.doubleValue(i);
      value += unknowns.get(i).gain() * values[i];
    }
    return new SolverResult(SolverResult.State.PROVEN, value, value, values);
  }

  private static void add(IntegerProgram.Row row, Expression sum, Variable[] variables) {
    for (int i = 0; i < row.members().size(); i++) {
      sum.add(variables[row.members().get(i)], row.factor(i));
    }
    if (row.least() > Double.NEGATIVE_INFINITY) {
      sum.lower(row.least());
    }
    if (row.most() < Double.POSITIVE_INFINITY) {
      sum.upper(row.most());
    }
  }
}
