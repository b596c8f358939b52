package import Ground

/// Whose inspections of a subject by a checklist count, and for what?
package struct VisitCounts: Sendable {
  /// Every duty and campaign that asks for one on that day.
  package let lines: [Line]

  package init(lines: [Line]) { self.lines = lines }

  /// One duty or campaign.
  package struct Line: Sendable {
    package let what: What
    /// The subject's units of which an inspection counts, or one by a unit beneath them.
    package let units: [UnitName]
    /// Whether one by the unit that is asked about counts.
    package let isCounted: Bool

    package init(what: What, units: [UnitName], isCounted: Bool) {
      (self.what, self.units, self.isCounted) = (what, units, isCounted)
    }
  }

  package enum What: Sendable {
    case duty(Bilingual)
    case campaign(Words)
  }

  package var counting: [Line] { lines.filter(\.isCounted) }

  /// The units whose inspections count for any of them, none twice.
  package var units: [UnitName] {
    var seen: Set<UnitID> = []
    return lines.flatMap(\.units).filter { seen.insert($0.id).inserted }
  }
}
