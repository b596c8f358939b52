/// What is an officer told of refreshers that the own unit's posts owe? The raw values are kinds of notices, beside those of
/// matters' changes, of sittings and of key periods; the due day is told with it.
package enum RefresherNews: String, CaseIterable, Sendable {
  case soon = "refresher_soon"
  case due = "refresher_due"
  case overdue = "refresher_overdue"
}
