/// The table of routes: everything that the site answers.
package let routes: [Route] =
  healthRoutes + staticRoutes + ledgerRoutes + sessionRoutes + homeRoutes + meetingRoutes + intakeRoutes
  + reportRoutes + matterRoutes + matterActRoutes + importRoutes + setupRoutes
