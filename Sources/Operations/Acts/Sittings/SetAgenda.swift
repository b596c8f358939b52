import Directory
package import Ground
import Matters
import Meetings
import Packs
import Storage

/// The agenda of a sitting is written anew, an item a line. A line that stands as it was keeps its matter.
package struct SetAgenda: Act {
  package let sitting: SittingID
  package let items: [Words]
  /// The version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(sitting: SittingID, items: [Words], seen: Int?) {
    (self.sitting, self.items, self.seen) = (sitting, items, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    let before = try room.open.sitting(sitting)
    try room.check(seen: seen, of: sitting)
    try room.inspect(items)
    var kept = before?.agenda ?? []
    let agenda = items.map { line -> AgendaItem in
      guard let index = kept.firstIndex(where: { $0.title.text == line.text }) else { return AgendaItem(title: line) }
      return kept.remove(at: index)
    }
    return try room.decideSitting(.setAgenda(agenda), sitting)
  }
}

/// The agenda of a sitting begins again from a template of the packs; what was carried over stays at its end.
package struct UseAgendaTemplate: Act {
  package let sitting: SittingID
  package let template: String

  package init(sitting: SittingID, template: String) { (self.sitting, self.template) = (sitting, template) }

  package func perform(in room: ActRoom) throws -> Done {
    guard let template = room.packs.agendas.first(where: { $0.code == template }) else {
      throw Refusal(.directoryUnknown, at: "template", ["id": template])
    }
    let carried = (try room.open.sitting(sitting))?.agenda.filter { $0.matter != nil } ?? []
    return try room.decideSitting(.setAgenda(room.agenda(template) + carried), sitting)
  }
}

/// An open matter of an earlier meeting goes on the agenda (结转议题).
package struct CarryToAgenda: Act {
  package let sitting: SittingID
  package let matter: MatterID

  package init(sitting: SittingID, matter: MatterID) { (self.sitting, self.matter) = (sitting, matter) }

  package var matters: [MatterID] { [matter] }

  package func perform(in room: ActRoom) throws -> Done {
    guard let found = try room.open.matter(matter) else { throw Refusal(.matterUnknown) }
    guard found.isOpen else { throw Refusal(.finished) }
    let agenda = (try room.open.sitting(sitting))?.agenda ?? []
    guard !agenda.contains(where: { $0.matter == matter }) else { throw Refusal(.sittingCarried) }
    return try room.decideSitting(.setAgenda(agenda + [room.agendaItem(found)]), sitting)
  }
}
