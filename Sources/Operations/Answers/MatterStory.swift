import Directory
import Ground
import Matters
import Storage

/// A matter's entries as sentences, oldest first, with what the page asks of them besides.
struct MatterStory {
  var lines: [StoryLine] = []
  /// The reason of the decision that last set the due date.
  var decision: Words?
  /// The position of the entry that last closed it.
  var closedAt: Int?
}

extension Asking {
  func history(_ id: MatterID) throws(StorageError) -> MatterStory {
    var (story, matter) = (MatterStory(), Matter?.none)
    for fact in try EntryStore(session, district).history(of: "matter:\(id)") {
      guard case .matter(_, let change) = fact.event else { continue }
      story.lines.append(
        StoryLine(
          position: Int(fact.position), at: fact.at, by: author(fact.by), happening: happening(change, before: matter),
          onBehalf: change.handling?.onBehalf.map { OnBehalfLine(channel: $0.channel, day: $0.day) }))
      if case .dueChanged(_, let reason) = change { story.decision = reason }
      if case .closed = change { story.closedAt = Int(fact.position) }
      if case .takenOver = change { story.closedAt = Int(fact.position) }
      matter = evolve(matter, with: MatterEvent(change, by: fact.by, at: fact.at))
    }
    return story
  }

  private func happening(_ change: MatterChange, before: Matter?) -> Happening {
    switch change {
    case .issued(let issue): .issued(lead: unit(issue.lead))
    case .takenOver(let taken): .takenOver(takenOver(taken))
    case .acknowledged(let handler, let handling):
      .acknowledged(unit: unit(handling.unit), handler: handler.map(officer))
    case .progressed(let note, let handling): .progressed(unit: unit(handling.unit), note: note)
    case .evidenceAdded(let file, let handling): .evidenceAdded(unit: unit(handling.unit), file: file.name)
    case .submitted(let note, let handling): .submitted(unit: unit(handling.unit), note: note)
    case .returned(let reasons): .returned(reasons: reasons)
    case .closed(let closure): .closed(conclusion: closure.conclusion, onSite: closure.onSite)
    case .reopened(let reason): .reopened(reason: reason)
    case .cancelled(let reason, let authority): .cancelled(reason: reason, authority: authority)
    case .reassigned(let lead, _, let reason):
      .reassigned(from: unit(before?.lead ?? lead), to: unit(lead), reason: reason)
    case .amended(let text, let reason): .amended(before: before?.text ?? text, after: text, reason: reason)
    case .dueChanged(let due, let reason):
      .dueChanged(before: before?.due?.day, after: due.day, reason: reason)
    case .childMoved(let child, let phase):
      .childMoved(
        child: MatterName(id: child, number: childNumber(child, of: before)),
        unit: unit(before?.children.first { $0.matter == child }?.unit ?? UnitID(trusted: "-")), phase: phase)
    }
  }

  private func takenOver(_ taken: TakenOver) -> TakenOverLine {
    TakenOverLine(
      lead: unit(taken.issue.lead), issuedOn: taken.issuedOn, closedOn: taken.closure?.at.civilDate,
      formerNumber: taken.formerNumber, origin: taken.origin, progress: taken.progress,
      conclusion: taken.closure?.conclusion, row: taken.row)
  }

  /// A child's number is its parent's with its place in the fan-out.
  private func childNumber(_ child: MatterID, of parent: Matter?) -> String {
    guard let parent, let index = parent.children.firstIndex(where: { $0.matter == child }) else { return child.text }
    return RegisterNumber.child(of: parent.number, index: index)
  }
}

extension MatterChange {
  /// Who handled the matter by this change; nil for what is not a unit's act.
  var handling: Handling? {
    switch self {
    case .acknowledged(_, let handling), .progressed(_, let handling), .evidenceAdded(_, let handling),
      .submitted(_, let handling):
      handling
    default: nil
    }
  }
}
