import Directory
import Ground
import Hummingbird
import Operations

private let choice = "/account/messages"

/// One's own messages, and how one is told: always of who sits at the keyboard, for whomever they stand in.
let messageRoutes: [Route] = [
  .get("/messages", .officers) { visit in
    let person = try visit.session().person.id
    let place = try visit.query("after").map { (text) throws(Refusal) in
      try found(PageCursor.message(text))
    }
    let show = try visit.query("show").map { (text) throws(Refusal) in try found(MessageShow(rawValue: text)) }
    let page = try await visit.office.messages(of: person, before: place, show: show)
    let html = visit.page(messagesPage(page, visit.viewer(), visit.locale))
    // What a choice leaves out has not been seen.
    if show == nil || show == .new, let newest = page.lines.first, newest.isNew {
      try await visit.office.sawMessages(upTo: newest.position, by: person)
    }
    return html
  },
  .get(choice, .officers) { visit in
    let sheet = try await visit.office.reachSheet(of: try visit.session().person)
    return visit.page(reachPage(sheet, visit.viewer(), visit.locale))
  },
  .post(choice, on: choice, .officers) { visit in
    let form = visit.form
    guard let channel = try form.choice("channel", Reach.Channel.self) else {
      throw Refusal(.fieldMissing, at: "channel")
    }
    guard let rhythm = try form.choice("rhythm", Reach.Rhythm.self) else { throw Refusal(.fieldMissing, at: "rhythm") }
    let quiet = try QuietHours(from: form.text("quiet_from"), to: form.text("quiet_to"))
    let reach = Reach(channel: channel, address: form.text("address"), rhythm: rhythm, quiet: quiet)
    try await visit.office.setReach(reach, of: try visit.session().person.id)
    return visit.redirect(to: choice, saying: .saved)
  },
  .post(choice + "/test", on: choice, .officers) { visit in
    try await visit.desk.postman.sendTest(to: try visit.session().person)
    return visit.redirect(to: choice, saying: .testSent)
  },
]
