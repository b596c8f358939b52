import Directory
package import Ground

/// One part of a matter that is divided among units (分解): the matter it becomes, whose it is, and by when.
package struct FannedChild: Hashable, Sendable {
  package let matter: MatterID
  package let unit: UnitID
  /// Nil where the whole's due date is its own.
  package let due: CivilDate?

  package init(matter: MatterID, unit: UnitID, due: CivilDate?) {
    (self.matter, self.unit, self.due) = (matter, unit, due)
  }

  var state: ChildState { ChildState(matter: matter, unit: unit, phase: .assigned) }
}

/// When a matter may be divided after its issue, and among whom.
package struct FanOutRules {
  let matter: Matter
  let context: Context

  /// How many units a matter is divided among.
  package static let units = 2...60

  /// What stands against it, whoever the units are: each must be settled first, for no child could carry it on.
  var obstacles: [Problem] {
    let life = matter.life
    let parts = life.parts.filter { $0.finished == nil }.map { context.directory.shownName(of: $0.unit) }
    var problems: [Problem] = []
    func refuse(_ code: ProblemCode, if stands: Bool, _ values: [String: String] = [:]) {
      if stands { problems.append(Problem(code, at: "phase", values)) }
    }
    refuse(.fansOutWholes, if: matter.parent != nil)
    refuse(.hasMerged, if: !life.merged.isEmpty)
    refuse(.extensionPending, if: life.extensionAsked != nil)
    refuse(.partsOpen, if: !parts.isEmpty, ["units": parts.joined(separator: "、")])
    let overdue = matter.due.map { isOverdue(due: $0.day, on: context.today) } ?? false
    refuse(.projectDivides, if: life.project != nil)
    refuse(.fanOutOverdue, if: overdue, ["day": matter.due?.day.iso ?? ""])
    refuse(.fanOutListed, if: life.isListingOpen)
    return problems
  }

  /// What is wrong with the units and their days.
  func problems(_ children: [FannedChild]) -> [Problem] {
    let (count, limits) = (children.count, FanOutRules.units)
    guard limits.contains(count) else {
      let values = ["least": "\(limits.lowerBound)", "most": "\(limits.upperBound)", "count": "\(count)"]
      return [Problem(.fanOutUnits, at: "unit", values)]
    }
    let ids = Set(children.map(\.matter))
    let isSound = ids.count == count && Set(children.map(\.unit)).count == count && !ids.contains(matter.id)
    let units = ResponsibleUnits(directory: context.directory)
    return (isSound ? [] : [Problem(.fanOutUnsound, at: "unit")])
      + children.flatMap { units.able($0.unit, at: "unit") } + days(children)
  }

  /// A part of its own day ends with the whole at the latest. Each wrong day is named once.
  private func days(_ children: [FannedChild]) -> [Problem] {
    let last = matter.due?.day
    return Set(children.compactMap(\.due)).sorted().compactMap { day in
      if day < context.today {
        return Problem(.duePast, at: "due", ["day": day.iso, "today": context.today.iso])
      }
      guard let last, day > last else { return nil }
      return Problem(.fanOutLate, at: "due", ["day": day.iso, "last": last.iso])
    }
  }
}

extension Matter {
  /// What issues one child of it: everything of the whole but its units, its day where that differs, and its history.
  ///
  /// - Parameters:
  ///   - number: the child's own in the register.
  ///   - leader: in whose charge it falls today.
  ///   - today: from which a day of its own is reckoned.
  package func issue(
    of child: FannedChild, number: String, leader: OfficerID?, on today: CivilDate
  ) -> Issue {
    let own = child.due.flatMap { day in
      day == due?.day ? nil : DueDate.named(day, on: today, source: "clerk")
    }
    return Issue(
      id: child.matter, number: number, procedure: procedure, text: text.again, source: source,
      fields: fields, lead: child.unit, supporting: [], leader: leader, due: own ?? due, urgency: urgency,
      standard: standard, parent: id, children: [])
  }
}

extension ProblemCode {
  package static let fansOutWholes = ProblemCode(
    "matter.fans_out_wholes", status: 409,
    message: Bilingual("分解出的子事项不能再分解。", "A part of a matter is not divided again."),
    hint: Bilingual("请增加协办单位后分工，或者转办。", "Add supporting units and set parts, or reassign it."))
  package static let fanOutListed = ProblemCode(
    "matter.fan_out_listed", status: 409,
    message: Bilingual(
      "事项正在挂牌督办，或有公示没有登记，不能分解。", "It is under listed supervision, or owes a publication, and cannot be divided."),
    hint: Bilingual("请由牵头单位办结，或用分工分派。", "Let its lead unit finish it, or set parts for its units."))
  package static let fanOutOverdue = ProblemCode(
    "matter.fan_out_overdue", status: 409,
    message: Bilingual("事项的期限{day}已过，分解出的子事项无期可依。", "The due day {day} has passed, so no part could be due by it."),
    hint: Bilingual("请先调整时限，再分解。", "Change the due date first, then divide it."))
  package static let fanOutUnits = ProblemCode(
    "matter.fan_out_units", status: 422,
    message: Bilingual("分解须选{least}至{most}个单位，现选了{count}个。", "Choose {least} to {most} units; {count} are chosen."),
    hint: Bilingual("只交一个单位的，请用转办。", "To give it to a single unit, reassign it."))
  package static let fanOutLate = ProblemCode(
    "matter.fan_out_late", status: 422,
    message: Bilingual("子事项的期限{day}晚于本事项的期限{last}。", "The part's day {day} lies after the matter's due day {last}."),
    hint: Bilingual("请改早，或先调整本事项的时限。", "Give an earlier day, or change the matter's due date first."))

  static let fanOutCatalogue: [ProblemCode] = [
    .fansOutWholes, .fanOutListed, .fanOutOverdue, .fanOutUnits, .fanOutLate,
  ]
}
