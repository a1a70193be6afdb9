## Settings

settings-title = Réglages
settings-about = À propos de la communauté
settings-about-hint = Visible par tous sur la page « À propos ». Markdown fonctionne.
settings-locale-hint = Pour les visiteurs dont le navigateur ne demande aucune des nôtres, et pour les e-mails.
settings-hue-own = Comme maintenant
settings-server-invite = Ce serveur ne permet de s’inscrire que sur invitation.
settings-server-closed = Ce serveur n’accueille pas de nouveaux membres.
settings-address = Adresse
settings-address-text = Tu fais tourner ce serveur, c’est donc ton choix. Les liens donnés avec l’ancienne adresse cessent de marcher.
settings-host = Hôte propre
settings-address-button = Changer l’adresse
settings-samples = Données d’exemple
settings-samples-there = Cette communauté contient des événements et des membres inventés.
settings-samples-text = Des événements et des membres inventés, pour regarder. Ils se retirent d’un seul coup.
settings-samples-fill = Remplir d’exemples
settings-samples-clear = Retirer les données d’exemple
settings-samples-clear-what = Tous les membres et événements inventés partent, avec chaque réponse. Ce que les gens ont fait reste.
settings-flash-saved = Enregistré.
settings-flash-moved = La communauté habite ici maintenant.
settings-flash-filled = Il y a de quoi regarder maintenant.
settings-flash-cleared = Les données d’exemple sont parties.
settings-least-told = Nombre minimal communiqué aux partenaires
settings-least-told-hint = Les clubs partenaires savent combien d’entre vous viennent, viendront peut-être ou sont intéressés, jamais qui. En dessous de ce nombre, ils lisent zéro.
