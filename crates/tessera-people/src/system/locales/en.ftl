## The server

system-title = System
system-text = The server as a whole. Only those who run it see this.
system-healthy = All is well
system-unhealthy = Needs a look
system-version = Version
system-database = Database
system-mail-transport = Mail goes out by
system-mail-file = files in a folder
system-mail-log = the log only: nothing is sent
system-address = Address
system-communities = Communities
system-members = Members
system-since = Since
system-new-community = New community
system-new-community-text = It has members, events and rules of its own. You become its first admin.
system-make = Make the community
system-jobs = Background work
system-no-backlog = Nothing waits.
system-backlog = { $count ->
    [one] One job waits; the oldest has been due { $since }.
   *[other] { $count } jobs wait; the oldest has been due { $since }.
}
system-no-dead = Nothing was given up.
system-dead-text = These were tried again and again, and given up. Mend what they say, then try again.
system-job = Job
system-attempts = { $count ->
    [one] tried once
   *[other] tried { $count } times
}
system-why = Why
system-retry = Try again
system-drop = Drop
system-drop-what = This job is forgotten and never tried again.
system-mail = Mail
system-mail-server = Mail server of
system-trail = What operators did
system-flash-made = The community stands.
system-flash-retried = It is tried again.
system-flash-dropped = Dropped.

## The trail

audit-job-retry = { $actor } had a job tried again
audit-job-drop = { $actor } dropped a job
