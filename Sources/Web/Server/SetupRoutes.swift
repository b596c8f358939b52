import Directory
import Ground
import HTTPTypes
import Hummingbird
import Operations

private let page = "/setup/:step"

/// The first-run guide: from an empty folder to the first meeting, step by step.
let setupRoutes: [Route] = [
  // Before the first account nobody can log in; the code on the server's terminal stands in for it.
  .get("/setup", .everybody) { visit in
    if try await visit.office.awaitsSetup() {
      return visit.page(foundingPage(visit.viewer(), visit.locale))
    }
    guard visit.caller.session?.officer.roles.contains(.administrator) == true else {
      return visit.redirect(to: visit.caller.session == nil ? "/login?next=/setup" : "/")
    }
    let stand = try await visit.office.setupStand()
    let next = SetupStep.allCases.first { !stand.isDone($0) } ?? .finish
    return visit.redirect(to: "/setup/\(next.rawValue)")
  },
  .post("/setup", on: "/setup", .everybody) { visit in
    let form = visit.form
    guard try await visit.office.awaitsSetup() else { throw Refusal(.setupDone) }
    guard let code = visit.desk.settings.setupCode, ForgeryCheck.isSame(form.text("code").lowercased(), code) else {
      throw Refusal(.setupCode, at: "code")
    }
    let (founding, operation, office) = (form.founding, try form.operation(), visit.office)
    try await visit.desk.doorkeeper.admit { () throws(Refusal) in
      try await office.found(founding, operation: operation)
    }
    return visit.redirect(to: "/login?next=/setup/units")
  },
  .get("/setup/templates/:name", .administrators) { visit in
    guard let table = ListTemplate(rawValue: visit.parameters.get("name") ?? "") else { throw Refusal(.pageMissing) }
    var response = Response.text(table.text, type: "text/csv; charset=utf-8")
    response.headers[.contentDisposition] = "attachment; filename=\"\(table.rawValue)\""
    return response
  },
  .get(page, .administrators) { visit in
    let step = try found(SetupStep(rawValue: visit.parameters.get("step") ?? ""))
    return visit.page(setupPage(step, try await visit.office.setupStand(), visit.viewer(), visit.locale))
  },
  .post("/setup/:step/units", on: page, .administrators, upload: true) { visit in
    let remarks = try await visit.office.setUnits(
      try visit.form.list(), by: try visit.actor(), operation: try visit.form.operation())
    guard !remarks.isEmpty else { return visit.redirect(to: "/setup/units", saying: .saved) }
    return visit.page(unitRemarksPage(remarks, visit.viewer(), visit.locale))
  },
  .post("/setup/:step/officers", on: page, .administrators, upload: true) { visit in
    let passwords = try await visit.office.setOfficers(
      try visit.form.list(), by: try visit.actor(), operation: try visit.form.operation())
    guard !passwords.isEmpty else { return visit.redirect(to: "/setup/officers", saying: .saved) }
    return visit.page(passwordSlipPage(passwords, visit.viewer(), visit.locale))
  },
  .post("/setup/:step/password", on: page, .administrators) { visit in
    let officer = try visit.form.requiredID("officer", of: OfficerTag.self)
    let password = try await visit.office.newOneTimePassword(of: officer, by: try visit.actor())
    return visit.page(passwordSlipPage([password], visit.viewer(), visit.locale))
  },
  // Read first, and compared day by day; taken over by the second form.
  .post("/setup/:step/holidays", on: page, .administrators) { visit in
    let form = visit.form
    let years = [visit.office.today.year, visit.office.today.year + 1]
    guard let year = Int(form.text("year")), years.contains(year) else {
      throw Refusal(.fieldUnknown, at: "year", ["value": form.text("year")])
    }
    let notice = try form.required("notice").shown
    let reading = try await visit.office.readHolidays(
      notice, year: year, source: try form.required("source"), serial: Int(form.text("serial")))
    guard form.has("take") else { return visit.page(holidayPage(reading, notice, visit.viewer(), visit.locale)) }
    return try await visit.perform(SetDirectory([.workYearSet(reading.year)]), saying: .saved)
  },
  .post("/setup/:step/portfolios", on: page, .administrators) { visit in
    let stand = try await visit.office.setupStand()
    var events: [DirectoryEvent] = []
    for leader in stand.leaders {
      let fields = try visit.form.choices("fields.\(leader.officer.id)", Field.self)
      if fields != leader.fields {
        events.append(.portfolioSet(Portfolio(leader: leader.officer.id, fields: fields)))
      }
    }
    return try await visit.perform(SetDirectory(events), saying: .saved)
  },
]

extension SubmittedForm {
  fileprivate var founding: Founding {
    Founding(
      name: text("name"), division: text("division"), prefix: text("prefix").uppercased(), office: text("office"),
      person: text("person"), post: text("post"), login: text("login").lowercased(),
      password: values["password"]?.first ?? "", coordinates: has("coordinates"))
  }

  /// A file, or lines that were pasted.
  fileprivate func list() throws(Refusal) -> ListUpload {
    if let file = files["file"] { return ListUpload(bytes: file.bytes, name: file.name) }
    let lines = text("list")
    guard !lines.isEmpty else { throw Refusal(.fieldMissing, at: "list") }
    return ListUpload(bytes: Array(lines.utf8), name: nil)
  }
}

/// The tables that the guide offers to fill in, with a line or two that show how.
private enum ListTemplate: String {
  case units = "units.csv"
  case officers = "officers.csv"

  /// With a byte order mark, by which spreadsheet programs know UTF-8.
  var text: String {
    switch self {
    case .units:
      "\u{FEFF}单位名称,简称,类别,上级单位\r\n清河区人民政府,区政府,政府,\r\n应急管理局,应急局、区应急局,部门,\r\n石桥镇,,街镇,\r\n石桥社区居委会,石桥社区,村居,石桥镇\r\n"
    case .officers:
      "\u{FEFF}姓名,职务,单位,角色,账号\r\n林知远,副区长,清河区人民政府,分管领导,lin\r\n程立春,安全科科长,应急管理局,单位负责人、承办人,yingji.cheng\r\n"
    }
  }
}
