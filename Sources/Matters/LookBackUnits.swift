package import Directory
package import Ground
import Packs

/// Which units could look back at a matter that is closed (回头看): somebody else than those who had it in hand.
package struct LookBackUnits {
  private let matter: Matter
  private let closers: [OfficerID]
  private let directory: Directory

  package init(_ matter: Matter, closedBy closers: [OfficerID], _ directory: Directory) {
    (self.matter, self.closers, self.directory) = (matter, closers, directory)
  }

  /// Those of a unit who verify and neither handled the matter nor closed it; none of a unit that handled it.
  package func lookers(in unit: UnitID) -> [Officer] {
    let handled = [matter.lead] + matter.supporting + matter.handlingUnits
    guard !handled.contains(unit) else { return [] }
    return directory.officersInOrder.filter { officer in
      officer.unit == unit && !officer.hasLeft && officer.roles.contains { $0 == .verifier || $0 == .coordinator }
        && !matter.handledBy.contains(officer.id) && !closers.contains(officer.id)
    }
  }

  /// In the official order.
  package var fit: [UnitID] { directory.unitsInOrder.map(\.id).filter { !lookers(in: $0).isEmpty } }

  /// The first unit with a verifier that did not close it, else the first with a coordinator, else the one that closed it,
  /// by another of its officers; nil where nobody is left.
  package func proposed(closedAt closing: UnitID) -> UnitID? {
    let fit = fit
    let others = fit.filter { $0 != closing }
    let pool = others.isEmpty ? fit : others
    return pool.first { lookers(in: $0).contains { $0.roles.contains(.verifier) } } ?? pool.first
  }
}

extension Decision {
  /// By the rule of the matter's close-out standard, at the unit that the rule finds.
  func lookBack(after matter: Matter, _ closure: Closure, _ closers: [OfficerID]) -> [MatterChange] {
    guard let term = context.standard.lookBack, !matter.isParent, let due = context.due(term, from: today) else {
      return []
    }
    let units = LookBackUnits(matter, closedBy: closers, context.directory)
    return [.lookBackSet(LookBack(due: due, closedBy: closers, unit: units.proposed(closedAt: closure.unit)))]
  }

  func wrongLooker(_ unit: UnitID, _ matter: Matter) -> [Problem] {
    guard let lookBack = matter.life.lookBack else { return [] }
    let units = LookBackUnits(matter, closedBy: lookBack.closedBy, context.directory)
    let isFit = !units.lookers(in: unit).isEmpty
    return unchanged(unit == lookBack.unit, "unit")
      + (isFit ? [] : [Problem(.lookBackUnfit, at: "unit", ["unit": context.directory.shownName(of: unit)])])
  }
}
