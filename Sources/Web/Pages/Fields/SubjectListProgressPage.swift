package import Ground
package import Operations

/// `GET /subjects/import/{id}` while a long list is read, comes in or goes back: how far it came. A script asks
/// `GET /subjects/import/{id}/progress` and opens the page anew once nothing is being done; without it a link does.
package func subjectListProgressPage(
  _ id: OperationID, _ name: String, _ progress: ListProgress, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let path = subjectImportPath(id)
  let body: HTML = """
    <p class="about"><a href="/subjects/import">\(locale("subject_import.title"))</a></p>
    <h1>\(name)</h1>
    <div class="list-progress" role="status" data-behaviour="progress-watch" data-address="\(path + "/progress")">
    \(subjectListProgressPiece(progress, locale))</div>
    <p class="hint">\(locale("subject_import.progress_hint"))</p>
    <p class="after"><a class="button" href="\(url: path)">\(locale("subject_import.progress_again"))</a></p>
    """
  return layout(locale("subject_import.title"), .work, viewer, locale, body)
}

/// How far it came, as a piece of that page.
package func subjectListProgressPiece(_ progress: ListProgress, _ locale: Locale) -> HTML {
  let (done, total) = ("\(progress.done)", "\(progress.total)")
  let words =
    switch progress.work {
    case .reading: locale("subject_import.progress_reading", ["done": "\(done)", "total": "\(total)"])
    case .taking: locale("subject_import.progress_taking", ["done": "\(done)", "total": "\(total)"])
    case .givingBack: locale("subject_import.progress_giving_back", ["done": "\(done)", "total": "\(total)"])
    }
  return """
    <p class="lead">\(words)</p>
    <progress max="\(max(progress.total, 1))" value="\(progress.done)" aria-label="\(words)"></progress>
    """
}
