import Hummingbird
import Operations

/// What matters today, and who is who.
let homeRoutes: [Route] = [
  .get("/", .officers) { visit in
    visit.page(homePage(try await visit.office.myDay(for: try visit.officer()), visit.viewer(), visit.locale))
  },
  .get("/help", .officers) { visit in visit.page(helpPage(visit.viewer(), visit.locale)) },
  .get("/look", .officers) { visit in visit.page(lookPage(visit.viewer(), visit.locale)) },
  .get("/directory", .officers) { visit in
    visit.page(directoryPage(try await visit.office.unitRegister(), visit.viewer(), visit.locale))
  },
]
