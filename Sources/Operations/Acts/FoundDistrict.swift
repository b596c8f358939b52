package import Directory
import Ground
import Storage

/// The first day: the district, the safety committee's office and its first administrator are recorded.
package struct FoundDistrict: Act {
  package let district: District
  package let office: Unit
  package let administrator: Officer

  package init(district: District, office: Unit, administrator: Officer) {
    (self.district, self.office, self.administrator) = (district, office, administrator)
  }

  /// Done once: whoever comes later logs in. A first day that broke off before the account may be begun again.
  package func perform(in room: ActRoom) throws -> Done {
    guard room.actor.officer == nil else { throw Refusal(.roleMissing, ["role": "rule"]) }
    let accounts = try DirectoryStore(room.open.session, room.open.district).accounts()
    guard accounts.isEmpty else { throw Refusal(.setupDone) }
    for event in [DirectoryEvent.districtSet(district), .unitSet(office), .officerSet(administrator)] {
      try room.check(event)
      try room.open.append(.directory(event), by: room.actor.code)
    }
    return Done()
  }
}
