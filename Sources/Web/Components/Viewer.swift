package import Directory
package import Ground
package import Operations

/// Who looks at a page, on which day, and what their forms must carry.
package struct Viewer: Sendable {
  /// Nil before login.
  package let officer: OfficerName?
  /// Who sits at the keyboard while standing in for `officer`; nil for oneself.
  package let substitute: OfficerName?
  package let roles: [Role]
  package let district: Words
  package let today: CivilDate
  /// The path and query being looked at, for the language switch.
  package let path: String
  /// The session's token against forged forms.
  package let csrf: String
  /// Fresh for each page; each form's operation id is this and the form's id.
  package let operations: String
  package let notice: Notice?
  /// What a refused form held, so that nobody types it twice.
  package let typed: TypedForm?
  package let theme: Theme
  /// How many messages the person has not opened.
  package let newMessages: Int

  package init(
    officer: OfficerName?, roles: [Role], district: Words, today: CivilDate, path: String, csrf: String,
    operations: String, notice: Notice? = nil, typed: TypedForm? = nil, theme: Theme = .system,
    substitute: OfficerName? = nil, newMessages: Int = 0
  ) {
    (self.substitute, self.newMessages) = (substitute, newMessages)
    (self.officer, self.roles, self.district, self.today) = (officer, roles, district, today)
    (self.path, self.csrf, self.operations) = (path, csrf, operations)
    (self.notice, self.typed, self.theme) = (notice, typed, theme)
  }

  package func has(_ role: Role) -> Bool { roles.contains(role) }

  /// Whether the person looking may record an inspection, of the own unit's or for another.
  var mayInspect: Bool { roles.contains { $0 == .coordinator || $0 == .unitLead || $0 == .handler || $0 == .verifier } }
}

/// Paper by day or ink by night: as the machine says, unless the person chose one.
package enum Theme: String, CaseIterable, Sendable {
  case system, light, dark
}

/// What the last act came to, said at the top of the page.
package enum Notice: Sendable {
  case done(Done)
  case refused([Problem])

  package enum Done: String, CaseIterable, Sendable {
    case saved, issued, decided, acted, already
    case approvalAsked = "approval_asked"
    case approved, recut, undone
    case takenUp = "taken_up"
    case templateAdopted = "template_adopted"
    case templateChecked = "template_checked"
    case templateShipped = "template_shipped"
    case loggedOut = "logged_out"
    case imported
    case givenBack = "given_back"
    case called, asked, opened, submitted
    case passwordChanged = "password_changed"
    case sessionEnded = "session_ended"
    case wordsSaved = "words_saved"
    case readingTaken = "reading_taken"
    case testSent = "test_sent"
    case resent
  }
}

/// A form as it was sent: its id and each field's values.
package struct TypedForm: Sendable {
  package let form: String
  package let values: [String: [String]]

  package init(form: String, values: [String: [String]]) { (self.form, self.values) = (form, values) }
}

/// The parts of the site, as the head of the page names them.
package enum Section: String, CaseIterable, Sendable {
  case home, meetings, matters, work, directory, ledger, messages, account

  package var path: String { self == .home ? "/" : "/\(rawValue)" }
}
