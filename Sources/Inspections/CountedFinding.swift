package import Ground
package import Packs

/// What counting has to know of something that was found; the earliest comes first.
package struct CountedFinding: Hashable, Comparable, Sendable {
  package let inspection: InspectionID
  /// Its place among the inspection's findings, from 0.
  package let place: Int
  package let subject: SubjectID
  /// The checklist's code without its version, since an item keeps its code from version to version.
  package let checklist: String
  package let item: String?
  package let grade: HazardGrade
  /// Whether it was put right on the spot.
  package let isFixed: Bool
  package let matter: MatterID?
  package let day: CivilDate

  package init(
    inspection: InspectionID, place: Int, subject: SubjectID, checklist: String, item: String?, grade: HazardGrade,
    isFixed: Bool, matter: MatterID?, day: CivilDate
  ) {
    (self.inspection, self.place, self.subject, self.checklist) = (inspection, place, subject, checklist)
    (self.item, self.grade, self.isFixed, self.matter, self.day) = (item, grade, isFixed, matter, day)
  }

  package static func < (one: CountedFinding, other: CountedFinding) -> Bool {
    (one.day, one.inspection, one.place) < (other.day, other.inspection, other.place)
  }

  /// Those of an inspection, whether or not it counts.
  package static func all(of inspection: Inspection) -> [CountedFinding] {
    inspection.findings.enumerated().map { place, found in
      CountedFinding(
        inspection: inspection.id, place: place, subject: inspection.subject, checklist: inspection.checklistCode,
        item: found.item, grade: found.grade, isFixed: found.fixed != nil, matter: found.matter, day: inspection.day)
    }
  }

  /// The finding of before that this one repeats: the latest of the same item on the same subject, on an earlier day, that
  /// lies within twelve months or whose matter was closed by the day on which it was found again; nil where there is none.
  ///
  /// - Parameter earlier: findings of inspections that count; others than the subject's are passed over.
  /// - Parameter closedOn: the day on which a matter was closed, where it is closed.
  package func repeated(
    among earlier: some Sequence<CountedFinding>, closedOn: [MatterID: CivilDate]
  ) -> CountedFinding? {
    guard let item else { return nil }
    let since = day.yearBefore
    return earlier.filter { other in
      other.subject == subject && other.checklist == checklist && other.item == item && other.day < day
        && (other.day >= since || other.matter.flatMap { closedOn[$0] }.map { $0 <= day } ?? false)
    }.max { ($0.day, $0.inspection, $0.place) < ($1.day, $1.inspection, $1.place) }
  }
}

extension CivilDate {
  /// The same day of the year before; of 29 February the 28th.
  fileprivate var yearBefore: CivilDate {
    CivilDate(year: year - 1, month: month, day: day) ?? CivilDate(year: year - 1, month: month, day: day - 1) ?? self
  }
}
