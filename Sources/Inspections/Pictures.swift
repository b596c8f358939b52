package import Matters

/// A picture that was taken at an inspection; the file is in the evidence folder.
package struct InspectionPicture: Hashable, Codable, Sendable {
  /// The checklist's item that it shows; nil where it shows what no item asks about.
  package let item: String?
  /// For what no item asks about: which of the findings, by its number from 0.
  package let finding: Int?
  package let stage: Stage
  package let file: Evidence

  package enum Stage: String, CaseIterable, Codable, Sendable {
    /// As it was found.
    case found
    /// As it was once put right on the spot.
    case fixed
  }

  package init(item: String?, finding: Int?, stage: Stage, file: Evidence) {
    (self.item, self.finding, self.stage, self.file) = (item, finding, stage, file)
  }

  /// Where a form asks for it.
  package var place: String {
    "finding.\(item ?? finding.map(String.init) ?? "").\(stage == .found ? "photo" : "fixed_photo")"
  }
}

/// Why there is no picture where the checklist asks for one. Nobody has to take one (DESIGN §7).
package enum NoPicture: String, CaseIterable, Codable, Sendable {
  /// Pictures are forbidden there, or the place is classified.
  case forbidden
  /// Nothing to take one with.
  case equipment
  /// Light, weather or safety did not allow it.
  case conditions
  /// It would have shown somebody's private affairs.
  case privacy
}

extension Inspection {
  package var pictures: [InspectionPicture] { photos ?? [] }

  /// What shows this finding, as found first.
  package func pictures(of finding: Finding, _ number: Int) -> [InspectionPicture] {
    let shown = pictures.filter { finding.item == nil ? $0.finding == number : $0.item == finding.item }
    return shown.filter { $0.stage == .found } + shown.filter { $0.stage == .fixed }
  }

  /// What shows items at which nothing was found.
  package var otherPictures: [InspectionPicture] {
    let described = Set(findings.compactMap(\.item))
    return pictures.filter { $0.item.map { !described.contains($0) } ?? false }
  }

  /// The pictures in the order in which they are numbered, on pages and on paper: by finding, then the rest.
  package var numberedPictures: [InspectionPicture] {
    findings.enumerated().flatMap { pictures(of: $0.element, $0.offset) } + otherPictures
  }
}
