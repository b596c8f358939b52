import Ground
import Matters
import Operations

/// `GET /help`, everybody logged in: what each mark, phase, act and word means, in the sentences the pages use.
package func helpPage(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let standings = Standing.allCases.map { "<dt>\(mark($0, locale))</dt><dd>\(locale.help($0))</dd>" as HTML }
  let phases = Phase.allCases.map { "<dt>\(locale.name($0))</dt><dd>\(locale.help($0))</dd>" as HTML }
  let acts = MatterAct.allCases.map { "<dt>\(locale.name($0))</dt><dd>\(locale.help($0))</dd>" as HTML }
  let words: [(HTML, HTML)] = [
    (locale("standing.no_action"), locale("help.no_action")),
    (locale("tag.persons"), locale("help.persons")),
    (locale("tag.slogan"), locale("help.slogan")),
    (locale("tag.uncertain"), locale("help.uncertain")),
    (locale("on_behalf.title"), locale("help.on_behalf")),
    (locale("draft.fan_out"), locale("help.fan_out")),
    (locale("matter.standard"), locale("help.standard")),
    (locale("checked.none"), locale("help.unchecked")),
    (locale("nav.ledger"), locale("help.ledger")),
  ]
  let office: [(HTML, HTML)] = [
    (locale("intake.confirm"), locale("help.confirm")), (locale("intake.no_action"), locale("help.set_aside")),
    (locale("intake.cut"), locale("help.cut")), (locale("approval.ask"), locale("help.approval")),
    (locale("home.via_issue"), locale("help.issue")), (locale("bulk.reassign"), locale("help.bulk")),
    (locale("report.freeze"), locale("help.freeze")), (locale("papers.name"), locale("help.papers")),
    (locale("papers.call"), locale("help.call")), (locale("import.title"), locale("help.import")),
    (locale("people.end_unit"), locale("help.end_unit")), (locale("people.move_matters"), locale("help.move")),
    (locale("people.set_stand_in"), locale("help.stand_in")), (locale("people.openness"), locale("help.openness")),
  ]
  let body: HTML = """
    <h1>\(locale("help.title"))</h1><p class="lead">\(locale("help.lead"))</p>
    <ol class="lines"><li>\(locale("help.step_read"))</li><li>\(locale("help.step_issue"))</li>\
    <li>\(locale("help.step_act"))</li><li>\(locale("help.step_verify"))</li><li>\(locale("help.step_report"))</li></ol>
    <section><h2>\(locale("help.marks"))</h2><dl class="glossary">\(standings)</dl></section>
    <section><h2>\(locale("help.phases"))</h2><dl class="glossary">\(phases)</dl></section>
    <section><h2>\(locale("help.acts"))</h2><dl class="glossary">\(acts)</dl></section>
    <section><h2>\(locale("help.office"))</h2>\
    <dl class="glossary">\(office.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl></section>
    <section><h2>\(locale("help.words"))</h2>\
    <dl class="glossary">\(words.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl></section>
    <p>\(locale("help.keys"))</p>
    <p><a href="/look">\(locale("look.title"))</a></p>
    """
  return layout(locale("help.title"), nil, viewer, locale, body)
}
