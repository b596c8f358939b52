import Ground
import Hummingbird
import Matters
import Operations

/// What matters today, and who is who.
let homeRoutes: [Route] = [
  .get("/", .officers) { visit in
    visit.page(homePage(try await visit.office.myDay(for: try visit.officer()), visit.viewer(), visit.locale))
  },
  .get("/help", .officers) { visit in visit.page(helpPage(visit.viewer(), visit.locale)) },
  .get("/look", .officers) { visit in visit.page(lookPage(visit.viewer(), visit.locale)) },
  .get("/units/:id", .officers) { visit in
    let board = try await visit.office.unitBoard(try visit.id(), after: visit.query("after"), for: try visit.officer())
    return visit.page(unitPage(try found(board), visit.viewer(), visit.locale))
  },
  .get("/outcomes/:kind", .officers) { visit in
    let outcome = try found(visit.parameters.get("kind").flatMap(Outcome.init))
    let list = try await visit.office.outcomeList(
      outcome, unit: visit.query("unit").flatMap(UnitID.init), after: visit.query("after"),
      for: try visit.officer())
    return visit.page(outcomePage(list, visit.viewer(), visit.locale))
  },
  .get("/waits", .officers) { visit in
    let list = try await visit.office.waitList(
      visit.query("kind").flatMap(Waiting.Kind.init), after: visit.query("after"), for: try visit.officer())
    return visit.page(waitsPage(list, visit.viewer(), visit.locale))
  },
  .get("/directory", .officers) { visit in
    visit.page(directoryPage(try await visit.office.unitRegister(), visit.viewer(), visit.locale))
  },
]
