## Clubs partenaires

partners-nav = Partenaires
partners-title = Clubs partenaires
partners-lead = Des communautés sur d’autres serveurs. Leurs événements arrivent tout seuls ; les vôtres ne vont qu’aux partenaires que tu as approuvés et avec qui vous avez choisi de partager.
partners-new = Ajouter un partenaire
partners-new-lead = Rien n’entre et rien ne sort tant que tu ne l’as pas approuvé.
partners-add = Ajouter
partners-have-link = J’ai un lien d’appairage
partners-off = La fédération est désactivée sur ce serveur. Tu peux préparer des partenaires ; rien ne sort et rien n’entre. La personne qui gère le serveur l’active avec federation.enabled.
partners-none = Pas encore de partenaires
partners-none-text = Partagez des événements avec des clubs d’autres serveurs : vos membres voient ce qui s’y passe, et les leurs ce qui se passe chez vous.
partners-column-club = Club
partners-column-status = État
partners-column-approved = Approuvé
partners-column-sync = Dernière synchronisation
partners-column-events = Événements
partners-column-actions = Actions
partners-not-yet = Pas encore
partners-never = jamais
partners-state-active = Actif
partners-state-inactive = Inactif
partners-state-waiting = Attend ton approbation
partners-state-failing = Échoue, depuis { $since }
partners-sync = Synchroniser
partners-review = Examiner
partners-activate = Activer
partners-deactivate = Désactiver
partners-section-basic = Informations de base
partners-section-keys = Leurs clés
partners-section-permissions = Ce qui est convenu
partners-section-status = État
partners-name = Nom du club
partners-code = Code court
partners-code-hint = Lettres, chiffres, - et _. Il figure dans les adresses, et ils doivent l’indiquer quand ils te parlent d’intérêt.
partners-url = Adresse de leur serveur
partners-logo = Adresse de leur logo
partners-logo-hint = Récupéré une fois et montré d’ici, pour qu’ils ne sachent pas qui le regarde.
partners-api-key = Clé qu’ils t’ont donnée
partners-api-key-hint = Elle commence par pk_. Deux serveurs appairés n’en ont pas besoin.
partners-api-secret = Secret qui va avec
partners-secret-kept = Leur secret est conservé, scellé. Laisse le champ vide pour le garder.
partners-keys-new = Saisis ce que leur admin t’a donné, ou fais-le plus tard.
partners-active = Actif
partners-active-hint = Tant que c’est désactivé, rien ne sort, rien n’entre, et leurs événements ne sont pas montrés.
partners-approved = Approuvé
partners-approved-hint = Tu les connais, et ils peuvent être reliés à vous.
partners-share = Partager nos événements avec eux
partners-share-hint = Ils peuvent récupérer vos événements publics, avec le nombre de personnes qui y vont. Jamais qui.
partners-auto = Montrer leurs événements tout de suite
partners-auto-hint = Sinon, tu regardes d’abord chaque nouveau.
partners-fall-back = Accepter aussi les anciennes signatures
partners-fall-back-hint = Ils ont déjà signé avec leur clé publiée. Coche seulement si leur admin t’a dit qu’ils ne le peuvent plus.
partners-waiting-text = Ce partenaire n’est pas approuvé : rien n’entre et rien ne sort.
partners-approve = Approuver
partners-approve-title = Approuver { $name } ?
partners-approve-what = Leurs événements arrivent désormais, et ils peuvent te dire combien d’entre eux s’intéressent aux vôtres. Vos événements ne sont pas partagés avec { $name } tant que tu ne le coches pas.
partners-approve-what-sharing = Leurs événements arrivent désormais. { $name } peut récupérer vos événements publics, avec le nombre de personnes qui y vont, et te dire combien d’entre eux s’y intéressent.
partners-last-sync = Dernière synchronisation :
partners-failures = { $count ->
    [one] la dernière a échoué
   *[other] les { $count } dernières ont échoué
}
partners-events-kept = { $count ->
    [0] aucun de leurs événements
    [one] un de leurs événements
   *[other] { $count } de leurs événements
}
partners-given = Clés pour eux
partners-given-text = Avec une de ces paires, leur serveur signe ce qu’il demande au vôtre. Donne les deux lignes à leur admin en personne ou par téléphone, jamais par simple e-mail.
partners-pair-since = créée { $when }
partners-key-until = valable jusqu’au { $when }
partners-revoke = Révoquer
partners-revoke-what = Ce qu’ils signent avec cette paire est refusé tout de suite. Si c’est la seule, ils ne peuvent plus rien récupérer tant que tu ne leur en donnes pas une autre.
partners-generate = Générer une clé
partners-generate-title = Une nouvelle clé pour { $name } ?
partners-generate-what = La paire qu’ils ont maintenant reste valable { $days } jours, le temps de saisir la nouvelle.
partners-new-key = La nouvelle clé pour { $name }
partners-key-once = Montrée cette seule fois. Donne les deux lignes à leur admin en personne, par téléphone ou dans un message scellé ; jamais par simple e-mail.
partners-key-public = Clé
partners-key-secret = Secret
partners-key-done = J’ai copié les deux
partners-pairing = Appairage
partners-pairing-text = Deux serveurs Tessera peuvent se passer de secrets : chacun signe avec sa propre clé, que l’autre a vérifiée. Envoie un lien, puis comparez six mots par téléphone.
partners-paired = Appairé
partners-pair = Créer un lien d’appairage
partners-pair-again = Appairer à nouveau
partners-pair-open = Un lien attend d’être utilisé, jusqu’au { $when }.
partners-offer-title = Un lien d’appairage pour { $name }
partners-offer-text = Envoie-le à leur admin. Il marche une fois, dans les { $hours } heures, et n’est montré que maintenant.
partners-offer-then = Leur admin le saisit dans Partenaires, « J’ai un lien d’appairage ». Ensuite vous voyez tous les deux six mots sur la page du partenaire : lisez-les-vous par téléphone.
partners-accept-title = Saisir un lien d’appairage
partners-accept-lead = Ton serveur va vers le leur, et chacun prend la clé de l’autre.
partners-accept-link = Lien d’appairage
partners-accept-hint = Toute la ligne que leur admin t’a envoyée. Il marche une fois.
partners-accept = Appairer
partners-words-title = Voient-ils ces mots ?
partners-words-text = Appelle leur admin, et lisez-vous les six mots. S’ils sont les mêmes des deux côtés, personne ne se tient entre vous.
partners-words-same = Ce sont les mêmes
partners-words-differ = Ils diffèrent
partners-unpair = Défaire l’appairage
partners-unpair-what = Leurs clés sont oubliées, et ce qu’ils signent avec est refusé. Vous pouvez vous appairer de nouveau avec un nouveau lien.
partners-landing-title = Un lien entre deux serveurs
partners-landing-text = Ce lien est pour l’admin d’une autre communauté. Dans un navigateur, il ne fait rien.
partners-landing-one = Copie toute l’adresse de cette page, y compris ce qui suit #.
partners-landing-two = Sur ton propre serveur, ouvre Gérer, Partenaires, « J’ai un lien d’appairage », et colle-la.
partners-landing-three = Puis compare les six mots avec la personne qui te l’a envoyé.
partners-test = Tester la connexion
partners-test-again = Tester encore
partners-test-title = Test de la connexion
partners-test-good = Ça marche : ils ont répondu, et nous ont crus.
partners-test-good-events = { $count ->
    [0] Ça marche : ils ont répondu, et n’ont pas d’événement aujourd’hui.
    [one] Ça marche : ils ont répondu, et ont un événement aujourd’hui.
   *[other] Ça marche : ils ont répondu, et ont { $count } événements aujourd’hui.
}
partners-step-keys = Nos clés pour demander
partners-step-address = Leur adresse
partners-step-name = Trouver leur serveur
partners-step-connection = Le joindre
partners-step-tls = Son certificat
partners-step-answer = Une réponse du bon endroit
partners-step-clock = Les horloges
partners-step-signature = Clé et signature
partners-step-events = Une liste d’événements
partners-outcome-passed = bien
partners-outcome-failed = échec
partners-outcome-not-reached = pas atteint
partners-remove = Retirer
partners-remove-text = Tout ce qui est conservé de ce partenaire part avec lui. Pour seulement faire une pause, désactive-le.
partners-remove-title = Retirer { $name } ?
partners-remove-what = Avec { $name } partent { $kept }. On ne peut pas revenir en arrière.
partners-kept-events = { $count ->
    [0] aucun événement
    [one] un événement
   *[other] { $count } événements
}
partners-kept-interests = { $count ->
    [0] aucune réponse
    [one] la réponse d’un membre
   *[other] { $count } réponses de membres
}
partners-kept-comments = { $count ->
    [0] aucun commentaire
    [one] un commentaire
   *[other] { $count } commentaires
}
partners-blocked = Adresses qui doivent attendre
partners-blocked-text = De chacune, dix requêtes de cette heure n’avaient pas la bonne signature. Elles sont refusées jusqu’à la fin de l’heure. Un partenaire avec une mauvaise clé peut en faire partie.
partners-forgive = La laisser redemander
partners-own = Notre propre clé
partners-own-text = Avec cette clé, nous signons envers les partenaires appairés. Voici son empreinte.
partners-own-rotate = Remplacer la clé
partners-own-rotate-what = Une nouvelle clé est publiée maintenant et prend la relève dans une semaine ; l’ancienne est crue une semaine de plus. Les partenaires l’apprennent tout seuls.
partners-own-next = Une nouvelle clé prend la relève le { $when }.
partners-flash-added = Le partenaire est ajouté. Approuve-le quand tu es sûr.
partners-flash-saved = Enregistré.
partners-flash-approved = Approuvé. Leurs événements arrivent à la prochaine synchronisation.
partners-flash-activated = De nouveau actif.
partners-flash-deactivated = Désactivé : rien ne sort et rien n’entre.
partners-flash-syncing = Leurs événements arrivent.
partners-flash-removed = Le partenaire est retiré.
partners-flash-revoked = La clé est révoquée.
partners-flash-paired = Les serveurs se connaissent. Maintenant, comparez les mots.
partners-flash-words = Bien. Désormais chacun signe avec sa propre clé.
partners-flash-unpaired = L’appairage est défait.
partners-flash-forgiven = Cette adresse peut redemander.
partners-flash-rotated = La nouvelle clé est publiée.
partners-trouble-no-keys = Il n’y a rien pour leur demander : saisis la clé qu’ils t’ont donnée, ou appairez-vous.
partners-trouble-sealed = Leur secret ne s’ouvre plus, parce que la clé secrète de ce serveur a changé. Saisis-le de nouveau.
partners-trouble-profile-too-weak = Ils signaient avec leur clé publiée et ne le font plus. Demande à leur admin ; si c’est voulu, accepte les anciennes signatures.
partners-trouble-https-required = Leur adresse n’est pas en https, et ce serveur l’exige.
partners-trouble-address-refused = Leur adresse mène à un réseau privé, où ce serveur n’appelle pas.
partners-trouble-no-name = Il n’y a pas de serveur de ce nom. L’adresse est-elle bien écrite ?
partners-trouble-unreachable = Leur serveur ne répond pas. Il est peut-être arrêté pour un moment.
partners-trouble-tls = Leur certificat n’est pas valable : il a peut-être expiré, ou porte un autre nom. Demande-leur de le renouveler.
partners-trouble-timed-out = Leur serveur a mis trop longtemps à répondre.
partners-trouble-too-long = Leur réponse est plus grande que ce que ce serveur accepte.
partners-trouble-redirected = Leur serveur nous envoie ailleurs. Saisis l’adresse où il est vraiment.
partners-trouble-clock-ahead = { $minutes ->
    [one] Leur horloge avance d’environ une minute sur la nôtre, alors ils refusent nos requêtes. Demande-leur de la régler, puis teste encore.
   *[other] Leur horloge avance de { $minutes } minutes sur la nôtre, alors ils refusent nos requêtes. Demande-leur de la régler, puis teste encore.
}
partners-trouble-clock-behind = { $minutes ->
    [one] Leur horloge retarde d’environ une minute sur la nôtre, alors ils refusent nos requêtes. Demande-leur de la régler, puis teste encore.
   *[other] Leur horloge retarde de { $minutes } minutes sur la nôtre, alors ils refusent nos requêtes. Demande-leur de la régler, puis teste encore.
}
partners-trouble-unknown-key = Ils ne connaissent pas notre clé. L’ont-ils révoquée, ou en ont-ils fait une nouvelle ?
partners-trouble-bad-signature = Ils n’acceptent pas notre signature : le secret n’est pas celui qui va avec la clé.
partners-trouble-refused = Ils n’acceptent pas notre clé ou notre signature. Compare clé et secret avec leur admin.
partners-trouble-replayed = Ils ont pris notre requête pour une ancienne renvoyée. Teste encore une fois.
partners-trouble-not-allowed = Ils nous connaissent, mais ne nous laissent pas encore entrer : leur admin doit nous approuver et partager leurs événements.
partners-trouble-not-there = Il n’y a pas de fédération à leur adresse. Est-ce la bonne, et l’ont-ils activée ?
partners-trouble-limited = Ils nous demandent d’attendre : trop de requêtes en une heure.
partners-trouble-status = Leur serveur a répondu par une erreur ({ $status }).
partners-trouble-schema = Ce qu’ils répondent n’est pas une liste d’événements.
partners-trouble-incomplete = Leur liste n’était pas complète. Rien n’a été pris pour annulé.
error-too-many-partners = Une communauté a au plus { $max } partenaires.
error-partner-not-open = Ce partenaire n’est pas actif et approuvé, donc rien n’est récupéré.
error-federation-off = La fédération est désactivée sur ce serveur.
error-pairing-other-address = Ce lien a été fait pour un serveur à une autre adresse.
error-pairing-failed = L’appairage avec l’autre serveur n’a pas pu se faire.
error-words-changed = Ces mots ne sont pas ceux de maintenant. Regarde la page de nouveau, et comparez encore.
field-bad-code = Seulement des lettres, des chiffres, - et _.
field-code-taken = Un autre partenaire a ce code.
field-bad-address = Ce n’est pas une adresse comme https://partnerclub.example.com.
field-https-required = L’adresse doit commencer par https://.
field-address-refused = Cette adresse mène à un réseau privé, ou ne peut pas être appelée.
field-secret-needed = Saisis le secret qui va avec cette clé.
field-key-prefix = Cela commence par { $expected }. On confond facilement clé et secret.
field-key-length = Après le début, il y a { $expected } caractères, pas { $found }.
field-key-character = Il y a un caractère qu’aucune clé n’a : une espace, peut-être.
field-bad-link = Ce n’est pas un lien d’appairage. Copie toute la ligne, la fin comprise.
field-link-differs = Ce que ce serveur dit de lui n’est pas ce que le lien promettait. Ne continue pas ; demande un nouveau lien à leur admin.
field-link-used = Ce lien a déjà servi, ou il est trop ancien. Demandes-en un nouveau.
field-link-not-for-us = Ce lien a été fait pour un autre serveur que le tien. Leur admin doit d’abord saisir ton adresse.
audit-partner-add = { $actor } a ajouté un partenaire
audit-partner-edit = { $actor } a changé ce qui est convenu avec un partenaire
audit-partner-approve = { $actor } a approuvé un partenaire
audit-partner-withdraw = { $actor } a retiré l’approbation d’un partenaire
audit-partner-deactivate = { $actor } a désactivé un partenaire
audit-partner-remove = { $actor } a retiré un partenaire
audit-partner-generate-key = { $actor } a créé une clé pour un partenaire
audit-partner-revoke-key = { $actor } a révoqué une clé d’un partenaire
audit-partner-allow-documented = { $actor } a permis à un partenaire les anciennes signatures
audit-partner-test = { $actor } a testé la connexion avec un partenaire
audit-partner-pair = { $actor } a commencé un appairage avec un partenaire
audit-partner-confirm-words = { $actor } a comparé les mots d’un appairage
audit-partner-unpair = { $actor } a défait un appairage
audit-partner-forgive = { $actor } a laissé une adresse redemander
audit-partner-rotate-own = { $actor } a remplacé notre clé
