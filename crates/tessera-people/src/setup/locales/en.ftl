## Setting up

setup-title = Set up your community
setup-lead = Two minutes, and your calendar has a home. All of it can be changed later.
setup-community = The community
setup-slug-hint = For its address beside others on this server. Left empty, it is made from the name.
setup-admin = You
setup-admin-text = You become its admin, and the one who runs this server.
setup-admin-name = Your name
setup-email = Your e-mail
setup-password = A password
setup-password-hint = At least ten characters; several words are good.
setup-samples = Something to look at
setup-samples-fill = Fill it with sample events and members
setup-samples-hint = Made up around today. One button in the settings takes them all away again.
setup-button = Set it up

## The trail

audit-samples-fill = { $actor } filled the community with samples
audit-samples-clear = { $actor } removed the samples
