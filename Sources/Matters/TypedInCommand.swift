package import Ground

extension MatterCommand {
  /// What somebody typed in it, for the door that keeps out secrets and rosters. What a matter is issued with passed that door
  /// before: in the file that it came with, and as the clerk's draft of it.
  package var typed: [Words] {
    switch self {
    case .reportProgress(let words, _), .submit(let words, _), .returnForRework(let words), .close(let words, _),
      .reopen(let words, _), .reassign(_, _, let words), .changeDue(_, let words), .object(let words, _),
      .answerObjection(_, _, _, let words), .askExtension(_, let words, _), .decideExtension(_, _, let words),
      .resume(let words), .press(let words), .finishPart(let words, _), .adopt(_, let words), .delist(let words),
      .recordPublication(let words, _), .giveNotice(let words, _), .endNotice(let words, _),
      .lookBack(let words, _, _, _), .assignLookBack(_, let words), .merge(_, let words), .separate(let words),
      .settle(let words), .lookInto(let words), .list(let words, _), .giveBack(let words),
      .fanOut(_, let words):
      [words]
    case .cancel(let reason, let authority), .suspend(_, let reason, let authority): [reason, authority]
    case .amend(let text, let reason): [text, reason]
    case .addEvidence(let evidence, _): [evidence.name] + (evidence.note.map { [$0] } ?? [])
    case .setParts(let parts): parts.map(\.task)
    case .setProject(let plan, let reason, _): plan.typed + (reason.map { [$0] } ?? [])
    case .commit(let commitments, let reason, _): commitments.typed + (reason.map { [$0] } ?? [])
    case .finishMilestone(_, _, let words, _), .moveMilestone(_, _, let words, _): [words]
    case .checkCondition(_, let look, _), .checkMeasure(_, let look, _): [look.note]
    case .issue, .acknowledge, .noteChild, .takeOver, .absorb, .release, .follow, .setCycle, .linkDuties, .recount,
      .climb, .climbWaits, .followPeriods, .raise:
      []
    }
  }
}
