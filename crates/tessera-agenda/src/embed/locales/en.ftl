## A list of events on other websites

embed-nav = Embed
embed-title = Events on your website
embed-lead = Show what is coming on your own website: always up to date, in your colour, without cookies.
embed-limit = How many events
embed-language = Language
embed-kinds = What it shows
embed-kinds-hint = Choose none to show everything.
embed-theme = Light or dark
embed-theme-page = As the website is
embed-theme-light = Always light
embed-theme-dark = Always dark
embed-theme-auto = As the reader’s device is
embed-show = Show
embed-code = Code to copy
embed-code-hint = Put it where the list is to stand: in WordPress into a block “Custom HTML”. Where scripts are off, readers see the links in it.
embed-preview = How it looks
embed-preview-hint = Public events only; each date of a series stands by itself.
embed-list-title = Coming events of { $community }
embed-list-empty = Nothing is planned at the moment.
embed-list-all = All events
