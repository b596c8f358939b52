import Directory
import Duties
import Ground
import Storage

extension RefresherNews {
  init(_ step: RefresherStep) {
    switch step {
    case .soon: self = .soon
    case .due: self = .due
    case .overdue: self = .overdue
    }
  }
}

extension ActRoom {
  /// Writes down in the act's own transaction which units' officers are to be told of refreshers.
  func tellOfTrainings() throws {
    guard !open.trainingSteps.isEmpty, let directory = open.directory else { return }
    let store = NoticeStore(open.session, open.district)
    for step in open.trainingSteps {
      guard case .reminded(let reminder) = step.change else { continue }
      for officer in directory.officersInOrder
      where officer.unit == reminder.unit && officer.isUnitOfficer && !officer.hasLeft {
        try store.insert(
          Notice(
            position: step.position, officer: officer.id, kind: RefresherNews(reminder.step).rawValue,
            detail: reminder.due.iso, matter: nil, at: now))
      }
    }
  }
}
