import Directory
import Ground

/// For whom a unit's act is done, and who has thereby handled the matter (DESIGN §3).
struct UnitActRules {
  let act: ActKind
  let matter: Matter
  let today: CivilDate
  let context: Context

  /// The unit that acts: the officer's own, or the one whose act is recorded.
  func unit(of officer: Officer, _ onBehalf: OnBehalf?) -> UnitID { onBehalf?.unit ?? officer.unit }

  /// What is wrong with recording on behalf, or with not doing so.
  func problems(_ officer: Officer, _ onBehalf: OnBehalf?) -> [Problem] {
    let units = act.isForLeadUnitOnly ? [matter.lead] : [matter.lead] + matter.supporting
    guard let onBehalf else {
      let actsForOwnUnit = officer.isUnitOfficer && units.contains(officer.unit)
      let mustSayForWhom = officer.roles.contains(.coordinator) && !actsForOwnUnit
      return mustSayForWhom ? [Problem(.onBehalfMissing, at: "on_behalf")] : []
    }
    guard officer.roles.contains(.coordinator) else {
      let who = WhoCould(matter: matter, directory: context.directory)
      return who.problems(.onBehalfCoordinatorOnly, who.coordinators())
    }
    var problems: [Problem] = []
    if !units.contains(onBehalf.unit) {
      let names = units.map(context.directory.shownName(of:)).joined(separator: "、")
      problems.append(Problem(.onBehalfUnit, at: "on_behalf.unit", ["units": names]))
    }
    let issued = matter.issuedAt.civilDate
    if onBehalf.day > today || onBehalf.day < issued {
      problems.append(Problem(.onBehalfDay, at: "on_behalf.day", ["first": issued.iso, "last": today.iso]))
    }
    return problems
  }

  /// The handler named on signing serves in the acting unit.
  func handlerProblems(_ handler: OfficerID?, in unit: UnitID) -> [Problem] {
    guard let handler else { return [] }
    if let officer = context.directory.officers[handler], officer.unit == unit, !officer.hasLeft { return [] }
    return [Problem(.handlerNotOfUnit, at: "handler", ["unit": context.directory.shownName(of: unit)])]
  }

  /// Whoever stood in for the officer has handled it as well.
  func handling(_ officer: Officer, _ people: [Officer], handler: OfficerID?, _ onBehalf: OnBehalf?) -> Handling {
    let unit = unit(of: officer, onBehalf)
    let leads = context.directory.leads(of: unit)
    let named = handler.map { [$0] } ?? []
    let handlerUnit = handler.flatMap { context.directory.officers[$0]?.unit }.map { [$0] } ?? []
    return Handling(
      unit: unit, officers: people.map(\.id).adding(named + leads.map(\.id)),
      units: [unit].adding(people.map(\.unit) + handlerUnit + leads.map(\.unit)), onBehalf: onBehalf)
  }
}

extension Array where Element: Equatable {
  /// Appends those that are not yet in it, in their order.
  func adding(_ others: [Element]) -> [Element] {
    others.reduce(self) { list, other in list.contains(other) ? list : list + [other] }
  }
}
