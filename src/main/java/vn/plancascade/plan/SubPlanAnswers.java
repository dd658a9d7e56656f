package vn.plancascade.plan;

import java.util.List;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.plan.SubPlanContent.Item;

/** A unit's plan was issued, and answers the tasks of the plan above like this; published inside the transaction that issued it. */
public record SubPlanAnswers(Obligation duty, List<Item> items) {}
