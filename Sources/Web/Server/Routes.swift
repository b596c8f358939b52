/// The table of routes: everything that the site answers.
package let routes: [Route] =
  healthRoutes + staticRoutes + ledgerRoutes + sessionRoutes + tokenRoutes + homeRoutes + figureRoutes + meetingRoutes
  + intakeRoutes + sittingRoutes + unitReportRoutes + reportRoutes + paperRoutes + templateRoutes + feedRoutes
  + wordRoutes + sourceRoutes + clockRoutes + matterRoutes + matterActRoutes
  + matterSideRoutes
  + matterListRoutes + fieldRoutes + fieldPaperRoutes + serviceRoutes + periodRoutes + drawRoutes + campaignRoutes
  + missedRoutes
  + trainingRoutes
  + projectRoutes
  + subjectImportRoutes
  + importRoutes + setupRoutes + unitRoutes + officerRoutes + accountRoutes + messageRoutes + deliveryRoutes
