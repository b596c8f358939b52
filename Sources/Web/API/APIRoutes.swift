/// The interface's table: everything that programs can ask and do.
package let apiRoutes: [APIRoute] =
  aboutAPI + officeAPI + meetingAPI + draftAPI + matterAPI + matterActAPI + reportAPI + ledgerAPI
