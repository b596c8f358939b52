/// The interface's table: everything that programs can ask and do.
package let apiRoutes: [APIRoute] =
  aboutAPI + officeAPI + unitRecordAPI + officerAPI + meetingAPI + draftAPI + clauseAPI + paperAPI + sittingAPI
  + unitReportAPI + matterAPI + matterActAPI + matterSideAPI + bulkAPI + wordAPI + sourceAPI + clockAPI + messageAPI
  + viewAPI
  + unitAPI + fieldAPI + fieldPaperAPI + serviceAPI + periodAPI + drawAPI + campaignAPI + missedAPI + trainingAPI
  + projectAPI
  + figureAPI
  + importAPI + reportAPI
  + ledgerAPI
