## The trail

trail-audit = Journal
trail-audit-text = Ce que les admins ont fait, une entrée par action. Rien ne peut y être changé ni retiré.
trail-whole = Complet et inaltéré depuis le { $date }.
trail-broken = L’entrée { $number } ne suit pas la précédente : le journal a été altéré dans la base. Compare-le avec une sauvegarde.
trail-not-checked = Le journal est long ; il est vérifié à la demande.
trail-check = Le vérifier maintenant
trail-all-actions = Tout
trail-what = Quoi
trail-when = Quand
trail-none-title = Rien pour l’instant
trail-none-text = Ce que font les admins se lira ici.
trail-older = Plus anciens
trail-newest = Les plus récents
trail-erased = un compte effacé
trail-nobody = Le serveur lui-même
trail-somebody = …
trail-something = { $actor } a fait quelque chose que cette version ne connaît pas ({ $action })
trail-from-to = { $from } → { $to }
trail-new-changed = Nouveaux : { $new } · modifiés : { $changed }

## Mail

trail-mail = Courrier
trail-mail-text = Les e-mails de cette communauté et où ils en sont. Leur contenu ne regarde personne ici.
trail-mail-none-title = Pas encore d’e-mails
trail-mail-none-text = Invitations, confirmations et avis seront listés ici.
trail-mail-kind = Pour quoi
trail-mail-to = À
trail-mail-state = État
trail-mail-waiting = En attente
trail-mail-sent = Envoyé
trail-mail-failed = Échoué
trail-mail-withdrawn = Retiré
trail-mail-account = Compte
trail-mail-member = Invitation à s’inscrire
trail-mail-event = Au sujet d’un événement
trail-mail-any-state = Tout état
trail-mail-anything = Tout sujet
trail-mail-digest = Résumé quotidien
trail-mail-none-found = Rien de tel
trail-mail-none-found-text = Aucun e-mail ne correspond à ce choix.
trail-mail-show-all = Tout afficher
trail-mail-retry = Réessayer
trail-flash-mail-retried = Un nouvel essai va être fait.
trail-mail-why-not-there = Le serveur de messagerie était injoignable ou occupé. Plusieurs essais sont faits.
trail-mail-why-unclear = Le serveur de messagerie n’a pas dit s’il l’a pris. Il est peut-être arrivé : il n’est pas envoyé une seconde fois.
trail-mail-why-untrusted = Le certificat du serveur de messagerie n’est pas fiable. Qui gère le serveur peut y remédier.
trail-mail-why-refused = Le serveur de messagerie a refusé cet e-mail.
trail-mail-why-address = Le serveur de messagerie ne connaît pas cette adresse.
trail-mail-why-other = Il n’a pas pu être rédigé. La ligne ci-dessous aide qui gère le serveur.
audit-mail-retry = { $actor } a fait réessayer un e-mail
