package import Ground
package import Matters

/// The project plan (项目计划): milestones, standing conditions and the interim control plan.
package struct SetProject: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let plan: ProjectPlan
  /// Nil where it is the first.
  package let reason: Words?
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, plan: ProjectPlan, reason: Words?, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.plan) = (matter, seen, plan)
    (self.reason, self.onBehalf) = (reason, onBehalf)
  }

  package var command: MatterCommand { .setProject(plan, reason: reason, onBehalf: onBehalf) }

  /// What a plan asks for is a demand like any other (DESIGN §7).
  package func check(in room: ActRoom) throws {
    for words in plan.typed { try PersonsRule.check(words, packs: room.packs) }
  }
}
