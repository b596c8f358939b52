import Ground
import Inspections
import Matters
import Operations

/// The papers of an inspection and how they came to the inspected unit: what waits says so plainly.
func servicePart(_ sheet: InspectionSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let services = sheet.services
  let path = "/inspections/\(sheet.inspection.id)"
  let isVoid = sheet.inspection.annulled != nil
  let waits = !isVoid && !services.waiting.isEmpty
  let rows = services.papers.map { standing -> HTML in
    "<li>\(paperName(standing.paper, standing.number, locale)) · \(servedText(standing, isVoid, viewer, locale))</li>"
  }
  let blank: HTML = """
    <p class="tools"><a class="button" href="\(url: path + "/receipt.docx")" download>\(locale("service.receipt_docx"))</a></p>
    """
  return """
    <section aria-labelledby="services"><h2 id="services">\(locale("service.title"))</h2>
    <ul class="points">\(rows)</ul>
    \(blank, if: waits)
    \(records(services, path, isVoid, viewer, locale))
    \(serveForm(services, path, viewer, locale), if: waits && services.mayServe)</section>
    """
}

func paperName(_ paper: ServedPaper, _ number: String?, _ locale: Locale) -> HTML {
  let name: HTML =
    switch paper {
    case .record: locale("service.paper_record")
    case .order: locale("service.paper_order")
    case .opinion: locale("service.paper_opinion")
    }
  return number.map { "\(name) \($0)" } ?? name
}

/// How and when a paper was served, or that it was not.
func servedText(_ standing: PaperStanding, _ isVoid: Bool, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let service = standing.service else {
    return isVoid ? locale("service.void") : "<strong>\(locale("service.waits"))</strong>"
  }
  let said: KeyValuePairs<String, HTML> = [
    "day": locale.day(service.day, seenOn: viewer.today), "way": locale.name(service.way),
    "receipt": locale.name(service.receipt),
  ]
  return locale("service.served", said)
}

/// On a hazard's page: its order and opinion, with the day of the order, from which the term runs, and the day of service.
func hazardPapers(_ found: FoundLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !found.papers.isEmpty else { return "" }
  let lines = found.papers.map { standing -> HTML in
    let name = paperName(standing.paper, standing.number, locale)
    let made = locale("service.made", ["day": locale.day(standing.made.made, seenOn: viewer.today)])
    let term: HTML = if case .order = standing.paper { " \(locale("service.term"))" } else { "" }
    return "<li>\(name) · \(made) · \(servedText(standing, false, viewer, locale))\(term)</li>"
  }
  let link: HTML =
    found.isInSight
    ? "<p class=\"tools\"><a href=\"\(url: "/inspections/\(found.inspection)#services")\">\(locale("service.title"))</a></p>"
    : ""
  return "<ul class=\"points\">\(lines)</ul>\(link)"
}

private func records(
  _ services: ServiceSheet, _ path: String, _ isVoid: Bool, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  guard !services.services.isEmpty else { return "" }
  let lines = services.services.enumerated().map { place, line -> HTML in
    let service = line.service
    // The latest stands first; its forms keep their names when another comes.
    let number = services.services.count - place
    let own = "\(path)/services/\(service.id)"
    let counts = service.slip == nil
    let slip = service.slip.map { "<strong>\(locale("service.annulled", ["why": locale.name($0)]))</strong> " as HTML }
    let files = service.scans.map { scan -> HTML in
      " <a href=\"\(url: "\(own)/scans/\(scan.id)")\">\(scan.name)</a>"
    }
    let recorded: KeyValuePairs<String, HTML> = [
      "by": authorText(line.by, locale), "at": locale.moment(line.at, seenOn: viewer.today),
    ]
    let said: KeyValuePairs<String, HTML> = [
      "day": locale.day(service.day, seenOn: viewer.today), "way": locale.name(service.way),
      "receipt": locale.name(service.receipt),
    ]
    return """
      <li><p>\(slip)\(locale.list(line.papers.map { paperName($0.paper, $0.number, locale) })) · \
      \(locale("service.served", said))\(proofs(line, viewer, locale).map { " · \($0)" as HTML })</p>
      \(service.note.map { "<p>\($0)</p>" as HTML })
      <p class="hint">\(locale("inspection.recorded", recorded))\
      \(service.recordedFor.map { " \(locale("inspection.for_unit", ["channel": locale.name($0)]))" as HTML })\
      \(" \(locale("service.scans"))\(files)", if: !files.isEmpty)</p>
      <p class="tools"><a href="\(url: own + "/receipt.docx")" download>\(locale("service.receipt_docx"))</a></p>
      \(corrections(service, number, own, viewer, locale), if: counts && services.mayServe && !isVoid)</li>
      """
  }
  return "<h3>\(locale("service.records"))</h3><ul class=\"points\">\(lines)</ul>"
}

/// What each way of service needs, as far as it is there.
private func proofs(_ line: ServiceLine, _ viewer: Viewer, _ locale: Locale) -> [HTML] {
  let service = line.service
  var said: [HTML] = []
  if let receiver = service.receiver { said.append(locale.name(receiver)) }
  if let mail = service.mail { said.append(locale("service.mail_said", ["number": "\(mail)"])) }
  if service.witnesses > 0 { said.append(locale.count("service.witnesses_said", service.witnesses)) }
  if service.isFilmed { said.append(locale("service.filmed_said")) }
  if let day = service.consent {
    said.append(locale("service.consent_said", ["day": locale.day(day, seenOn: viewer.today)]))
  }
  if let day = service.posted {
    said.append(locale("service.posted_said", ["day": locale.day(day, seenOn: viewer.today)]))
  }
  if let unit = line.entrusted { said.append(locale("service.entrusted_said", ["unit": "\(unit.name)"])) }
  return said
}

private func corrections(
  _ service: Service, _ number: Int, _ path: String, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let (scan, annul) = (Form("scan-\(number)", viewer, locale), Form("annul-\(number)", viewer, locale))
  let slips = ServiceSlip.allCases.map { Option($0.rawValue, locale.name($0)) }
  let file: HTML = """
    <details class="fold"\(" open", if: viewer.typed?.form == scan.id)><summary>\(locale("service.add_scan"))</summary>\
    \(scan.wrap(action: path + "/scans", upload: true, scan.file("file", locale("service.scan"), required: true)
      + scan.button(locale("service.add_scan"))))</details>
    """
  return """
    \(file, if: service.scans.count < ServiceLimit.scans)
    \(foldedForm(
      locale("service.annul"), annul, action: path + "/annul",
      annul.select(
        "slip", locale("service.slip"), slips, chosen: nil, blank: locale("form.choose"), required: true,
        hint: locale("service.annul_hint"))))
    """
}

private func serveForm(_ services: ServiceSheet, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("serve", viewer, locale)
  let papers = services.waiting.map { Option(choice($0.paper), paperName($0.paper, $0.number, locale)) }
  let ways = Service.Way.allCases.map { Option($0.rawValue, locale.name($0)) }
  let receipts = Service.Receipt.allCases.map { Option($0.rawValue, locale.name($0)) }
  let receivers = Service.Receiver.allCases.map { Option($0.rawValue, locale.name($0)) }
  let channels = Inspection.Recording.allCases.map { Option($0.rawValue, locale.name($0)) }
  let units = services.units.map { Option($0.id.text, "\($0.name)") }
  let needs = ["mail", "witnesses", "filmed", "consent", "posted", "entrusted"]
  let fields: HTML = """
    \(form.boxes("paper", locale("service.papers"), papers, chosen: papers.map(\.value)))
    <div class="pair">\(form.select("way", locale("service.way"), ways, chosen: "direct", required: true))
    \(form.date("day", locale("service.day"), value: viewer.today, required: true, hint: locale("service.day_hint")))</div>
    <div class="pair">\(form.select("receipt", locale("service.receipt"), receipts, chosen: "signed", required: true))
    \(form.select(
      "receiver", locale("service.receiver"), receivers, chosen: nil, blank: locale("service.receiver_none"),
      hint: locale("service.receiver_hint")))</div>
    <details class="fold"\(" open", if: needs.contains(where: form.isConcerned))>\
    <summary>\(locale("service.needs"))</summary>
    \(form.line("mail", locale("service.mail"), limit: ServiceLimit.mail.upperBound, hint: locale("service.mail_hint")))
    <div class="pair">\(form.select(
      "witnesses", locale("service.witnesses"), (1...ServiceLimit.witnesses).map { Option("\($0)", "\($0)") },
      chosen: nil, blank: locale("service.witnesses_none"), hint: locale("service.witnesses_hint")))
    \(form.tick("filmed", locale("service.filmed")))</div>
    <div class="pair">\(form.date("consent", locale("service.consent"), value: nil, hint: locale("service.consent_hint")))
    \(form.date("posted", locale("service.posted"), value: nil, hint: locale("service.posted_hint")))</div>
    \(form.select("entrusted", locale("service.entrusted"), units, chosen: nil, blank: locale("service.entrusted_none")))
    </details>
    \(form.area("note", locale("inspect.note"), rows: 2, limit: ServiceLimit.note, hint: locale("service.note_hint")))
    \(form.file("file", locale("service.scan"), hint: locale("service.scan_hint")))
    \(form.select(
      "recorded_for", locale("on_behalf.channel"), channels, chosen: nil, blank: locale("form.choose"), required: true),
      if: services.isForOthers)
    """
  return """
    <details class="fold"\(" open", if: viewer.typed?.form == form.id)><summary>\(locale("service.record"))</summary>\
    \(form.wrap(action: path + "/services", upload: true, fields + form.button(locale("service.record"))))</details>
    """
}

/// As the form sends it: of a hazard's opinions the last.
private func choice(_ paper: ServedPaper) -> String {
  switch paper {
  case .record: "record"
  case .order: "order"
  case .opinion(let matter, _): "opinion.\(matter)"
  }
}

extension ServiceForm.Choice {
  /// What the form sent.
  init?(field: String) {
    switch field {
    case "record": self = .record
    case "order": self = .order
    default:
      guard field.hasPrefix("opinion."), let matter = MatterID(String(field.dropFirst("opinion.".count))) else {
        return nil
      }
      self = .opinion(of: matter)
    }
  }
}
