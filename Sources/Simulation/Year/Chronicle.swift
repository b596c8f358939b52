import Directory
import Ground
import Matters
import Operations

/// What happened to one matter, day by day, as the rules saw it: units' figures are counted from it by plain looking, with
/// none of the office's own code.
struct Chronicle {
  struct Moment {
    let change: MatterChange
    let day: CivilDate
    let before: Standing
    let after: Standing
  }

  let issued: CivilDate
  let fields: [Field]
  var moments: [Moment] = []

  /// One thing that was counted.
  struct Counted: Hashable {
    let kind: FigureFact.Kind
    let unit: UnitID
    let day: CivilDate
    let days: Int
  }

  var counted: [Counted] {
    guard let last = moments.last, last.after.phase != .cancelled, !last.after.isParent, let start else { return [] }
    return closures(from: start) + firstVerification(from: start) + lookBacks(from: start) + stays(from: start)
  }

  /// From which moment on it counts: the one after it was last separated from another matter; nil while it is merged.
  private var start: Int? {
    var start: Int? = 0
    for (place, moment) in moments.enumerated() {
      if case .mergedInto = moment.change { start = nil }
      if moment.isSeparation { start = place + 1 }
    }
    return start
  }

  /// Each close-out, whether its submission came in time, and whether it lasted.
  private func closures(from start: Int) -> [Counted] {
    var found: [Counted] = []
    for (place, moment) in moments.enumerated().dropFirst(start) {
      guard case .closed = moment.change else { continue }
      let unit = moment.before.lead
      found.append(Counted(kind: .closed, unit: unit, day: moment.day, days: 0))
      if moments[place...].contains(where: \.isReopening) {
        found.append(Counted(kind: .relapsed, unit: unit, day: moment.day, days: 0))
      }
      guard let submission = moments[start..<place].last(where: \.isSubmission), let due = submission.before.due else {
        continue
      }
      let isOnTime = submission.day <= due
      found.append(Counted(kind: isOnTime ? .onTime : .late, unit: unit, day: moment.day, days: 0))
      if isOnTime && moments[..<place].contains(where: \.isExtension) {
        found.append(Counted(kind: .extended, unit: unit, day: moment.day, days: 0))
      }
    }
    return found
  }

  /// The first of its life; what was closed and opened again with another matter is not looked at for the first time.
  private func firstVerification(from start: Int) -> [Counted] {
    guard let place = moments.firstIndex(where: { $0.isVerification || $0.isReopening }), place >= start,
      moments[place].isVerification
    else { return [] }
    let first = moments[place]
    let kind: FigureFact.Kind = if case .closed = first.change { .passedFirst } else { .returnedFirst }
    return [Counted(kind: kind, unit: first.before.lead, day: first.day, days: 0)]
  }

  private func lookBacks(from start: Int) -> [Counted] {
    moments.dropFirst(start).compactMap { moment in
      guard case .lookedBack(_, let holds, _) = moment.change else { return nil }
      return Counted(
        kind: holds ? .lookBackPassed : .lookBackFailed, unit: moment.before.lead, day: moment.day, days: 0)
    }
  }

  /// From the day on which the unit had it in the phase, and for itself, to the day on which it left that.
  private func stays(from start: Int) -> [Counted] {
    let kinds: [Phase: FigureFact.Kind] = [
      .assigned: .stayAssigned, .objected: .stayObjected, .underway: .stayUnderway, .suspended: .staySuspended,
      .submitted: .staySubmitted,
    ]
    var since = issued
    var found: [Counted] = []
    for (place, moment) in moments.enumerated() {
      let (before, after) = (moment.before, moment.after)
      if place >= start, before.phase != after.phase, let kind = kinds[before.phase],
        before.lead == after.lead || kind == .stayObjected
      {
        found.append(
          Counted(kind: kind, unit: before.lead, day: moment.day, days: moment.day.dayNumber - since.dayNumber))
      }
      if before.phase != after.phase || before.lead != after.lead || moment.isSeparation { since = moment.day }
    }
    return found
  }
}

extension Chronicle.Moment {
  fileprivate var isSeparation: Bool { if case .separated = change { true } else { false } }
  fileprivate var isReopening: Bool { if case .reopened = change { true } else { false } }
  fileprivate var isSubmission: Bool { if case .submitted = change { true } else { false } }
  fileprivate var isExtension: Bool { if case .extensionDecided(.some, _) = change { true } else { false } }

  fileprivate var isVerification: Bool {
    switch change {
    case .closed, .returned: true
    default: false
    }
  }
}

extension Rules {
  /// The figures that the office answers with are those of plain looking, for every unit and every field, and each opens as
  /// many matters as it counts.
  func compareFigures(_ office: Office) async throws {
    guard let tong = try await office.directory()?.officers[OfficerID(trusted: "tong")] else { return }
    let (first, last) = FigurePeriod.twelve.months(on: office.today)
    let all = chronicles.values.flatMap { chronicle in
      chronicle.counted.filter { (first.first...last.last).contains($0.day) }.map { (chronicle.fields, $0) }
    }
    for field in [nil] + Field.allCases.map(Optional.some) {
      let filter = FigureFilter(field: field)
      let board = try await office.figures(filter, for: tong)
      let wanted = all.filter { fields, _ in field.map(fields.contains) ?? true }.map(\.1)
      for unit in Set(wanted.map(\.unit)).union(board.lines.compactMap { $0.unit?.id }) {
        let figures = board.lines.first { $0.unit?.id == unit }?.figures ?? Figures()
        try compare(figures, wanted.filter { $0.unit == unit }, "\(unit), \(field?.rawValue ?? "every field")")
      }
      guard field == nil || field == .fire else { continue }
      for kind in FigureFact.Kind.figures {
        var (opened, after): (Int, String?) = (0, nil)
        repeat {
          let page = try await office.figureMatters(kind, filter, after: after, for: tong)
          (opened, after) = (opened + page.lines.count, page.next)
        } while after != nil
        let counted = wanted.count { $0.kind == kind }
        if opened != counted { throw Breach("\(kind) counts \(counted) and opens \(opened)") }
      }
    }
  }

  private func compare(_ figures: Figures, _ wanted: [Chronicle.Counted], _ place: String) throws(Breach) {
    for kind in FigureFact.Kind.figures {
      let days = wanted.filter { $0.kind == kind }.map(\.days).sorted()
      if figures.count(kind) != days.count {
        throw Breach("\(kind) at \(place): \(figures.count(kind)) by the office, \(days.count) by looking")
      }
      guard kind.isStay else { continue }
      let median = days.count < 5 ? nil : days[(days.count - 1) / 2]
      if figures.median(kind) != median {
        throw Breach("\(kind) at \(place): median \(figures.median(kind) ?? -1), not \(median ?? -1)")
      }
    }
  }
}
