package import Ground
package import Inspections

/// Which papers did an inspection make out, and how did they come to the inspected unit?
package struct ServiceSheet: Sendable {
  /// The record first, then the order, then the last opinion of each hazard.
  package let papers: [PaperStanding]
  /// What was recorded, the latest first, with what does not count any more.
  package let services: [ServiceLine]
  package let mayServe: Bool
  /// Whether the person looking records it for another unit and so says how that told of it.
  package let isForOthers: Bool
  /// The units that could have been asked to serve.
  package let units: [UnitName]

  package init(
    papers: [PaperStanding], services: [ServiceLine], mayServe: Bool, isForOthers: Bool, units: [UnitName]
  ) {
    (self.papers, self.services, self.mayServe) = (papers, services, mayServe)
    (self.isForOthers, self.units) = (isForOthers, units)
  }

  package var waiting: [PaperStanding] { papers.filter { $0.service == nil } }
}

/// One paper, since when it is there, and what counts of its service.
package struct PaperStanding: Sendable {
  package let paper: ServedPaper
  /// 文号; nil for the record, which has none.
  package let number: String?
  package let made: MadePaper
  /// What shows that it was served; nil while it waits.
  package let service: Service?

  package init(paper: ServedPaper, number: String?, made: MadePaper, service: Service?) {
    (self.paper, self.number, self.made, self.service) = (paper, number, made, service)
  }
}

/// One recorded service, by whom and when.
package struct ServiceLine: Sendable {
  package let service: Service
  package let papers: [NamedPaper]
  package let entrusted: UnitName?
  package let by: StoryAuthor
  package let at: Instant

  package init(service: Service, papers: [NamedPaper], entrusted: UnitName?, by: StoryAuthor, at: Instant) {
    (self.service, self.papers, self.entrusted, self.by, self.at) = (service, papers, entrusted, by, at)
  }

  package struct NamedPaper: Hashable, Sendable {
    package let paper: ServedPaper
    package let number: String?

    package init(paper: ServedPaper, number: String?) { (self.paper, self.number) = (paper, number) }
  }
}
