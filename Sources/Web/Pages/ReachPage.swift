import Directory
import Ground
package import Operations

/// `GET /account/messages`, oneself: by what one is told, when, and at which hours not. Posts to itself; `/test` sends a test
/// message by what was saved.
package func reachPage(_ sheet: ReachSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <p class="about"><a href="/account">\(locale("nav.account"))</a> · <a href="/messages">\(locale("nav.messages"))</a></p>
    <h1>\(locale("reach.title"))</h1><p class="lead">\(locale("reach.lead"))</p>
    <section aria-labelledby="now"><h2 id="now">\(locale("reach.now"))</h2>
    <p>\(standing(sheet, locale))</p>\(trial(viewer, locale), if: hasWay(sheet))</section>
    <section aria-labelledby="choice"><h2 id="choice">\(locale("reach.choice"))</h2>\(choice(sheet, viewer, locale))</section>
    """
  return layout(locale("reach.title"), .account, viewer, locale, body)
}

private func hasWay(_ sheet: ReachSheet) -> Bool {
  switch sheet.reach.channel {
  case .mail: sheet.hasMail
  case .robot: sheet.hasRobot
  case .none: false
  }
}

/// What the choice comes to today.
private func standing(_ sheet: ReachSheet, _ locale: Locale) -> HTML {
  switch sheet.reach.channel {
  case .mail where sheet.hasMail: locale("reach.by_mail", ["address": "\(sheet.reach.address)"])
  case .mail: locale("reach.no_mail")
  case .robot where sheet.hasRobot: locale("reach.by_robot", ["unit": "\(sheet.unit.name)"])
  case .robot: locale("reach.no_robot", ["unit": "\(sheet.unit.name)"])
  case .none: locale("reach.page_alone")
  }
}

private func trial(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("reach-test", viewer, locale)
  return form.wrap(action: "/account/messages/test", form.button(locale("reach.test"), primary: false))
}

private func choice(_ sheet: ReachSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("reach", viewer, locale)
  let reach = sheet.reach
  let channels = Reach.Channel.allCases.map { Option($0.rawValue, locale.name($0)) }
  let rhythms = Reach.Rhythm.allCases.map { Option($0.rawValue, locale.name($0)) }
  let fields: HTML = """
    \(form.boxes("channel", locale("reach.channel"), channels, chosen: [reach.channel.rawValue], single: true))
    \(form.line("address", locale("reach.address"), value: reach.address, limit: 254, type: "email", autocomplete: "email",
      hint: locale("reach.address_hint")))
    \(form.boxes("rhythm", locale("reach.rhythm"), rhythms, chosen: [reach.rhythm.rawValue], single: true))
    <p class="hint">\(locale("reach.rhythm_hint"))</p>
    \(form.line("quiet_from", locale("reach.quiet_from"), value: WorkHours.clock(reach.quiet.from), limit: 5, required: true, type: "time"))
    \(form.line("quiet_to", locale("reach.quiet_to"), value: WorkHours.clock(reach.quiet.to), limit: 5, required: true, type: "time",
      hint: locale("reach.quiet_hint")))
    \(form.button(locale("reach.save")))
    """
  return form.wrap(action: "/account/messages", fields)
}
